/// Rows per block: blocks are never moved, so a growing column neither copies nor doubles.
const BLOCK: usize = 4096;

/// One column of the table in fixed blocks. A block in which nothing was ever set costs nothing.
#[derive(Debug, Clone)]
pub struct Column<T> {
    blocks: Vec<Option<Box<[T]>>>,
    absent: T,
}

impl<T: Copy + PartialEq> Column<T> {
    /// A column whose rows all read `absent` until they are set.
    pub fn new(absent: T) -> Column<T> {
        Column { blocks: Vec::new(), absent }
    }

    /// The entry of a row; `absent` where nothing was set.
    pub fn get(&self, row: usize) -> T {
        match self.blocks.get(row / BLOCK) {
            Some(Some(block)) => block[row % BLOCK],
            _ => self.absent,
        }
    }

    /// Sets the entry of a row. Setting `absent` where nothing stands allocates nothing.
    pub fn set(&mut self, row: usize, entry: T) {
        let at = row / BLOCK;
        if entry == self.absent && !matches!(self.blocks.get(at), Some(Some(_))) {
            return;
        }
        if self.blocks.len() <= at {
            self.blocks.resize(at + 1, None);
        }
        let absent = self.absent;
        self.blocks[at].get_or_insert_with(|| vec![absent; BLOCK].into_boxed_slice())[row % BLOCK] = entry;
    }

    /// Bytes held for entries.
    pub fn bytes(&self) -> usize {
        self.blocks.iter().flatten().count() * BLOCK * size_of::<T>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_absent_column_costs_nothing() {
        let mut column = Column::new(0u16);
        (0..100_000).for_each(|row| column.set(row, 0));
        assert_eq!(column.bytes(), 0);
        column.set(70_000, 7);
        assert_eq!((column.get(69_999), column.get(70_000), column.get(1_000_000)), (0, 7, 0));
        assert_eq!(column.bytes(), BLOCK * 2);
    }
}
