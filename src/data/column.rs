/// Rows per block: a full block is never moved, so a growing column neither copies nor doubles.
const BLOCK: usize = 4096;

/// One column of the table in blocks of fixed capacity. A block in which nothing was ever set costs nothing, and the
/// last block is only as long as it needs to be.
#[derive(Debug, Clone)]
pub struct Column<T> {
    blocks: Vec<Vec<T>>,
    absent: T,
}

impl<T: Copy + PartialEq> Column<T> {
    /// A column whose rows all read `absent` until they are set.
    pub fn new(absent: T) -> Column<T> {
        Column { blocks: Vec::new(), absent }
    }

    /// The entry of a row; `absent` where nothing was set.
    pub fn get(&self, row: usize) -> T {
        self.blocks.get(row / BLOCK).and_then(|block| block.get(row % BLOCK)).copied().unwrap_or(self.absent)
    }

    /// Sets the entry of a row. Setting `absent` where nothing stands allocates nothing.
    pub fn set(&mut self, row: usize, entry: T) {
        let (at, within) = (row / BLOCK, row % BLOCK);
        if entry == self.absent && self.blocks.get(at).is_none_or(|block| block.len() <= within) {
            return;
        }
        if self.blocks.len() <= at {
            self.blocks.resize_with(at + 1, Vec::new);
        }
        let block = &mut self.blocks[at];
        if block.len() <= within {
            block.resize(within + 1, self.absent);
        }
        block[within] = entry;
    }

    /// Bytes held for entries.
    pub fn bytes(&self) -> usize {
        self.blocks.iter().map(Vec::capacity).sum::<usize>() * size_of::<T>()
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
        assert!(column.bytes() <= BLOCK * 2);
    }
}
