/// Rows per block: a full block is never moved, so a growing column neither copies nor doubles.
const BLOCK: usize = 4096;

/// One column of the table: numbers of one width, in blocks. A block in which nothing was ever set costs nothing, and
/// the last block is only as long as it needs to be.
///
/// One type for every width, because each further instance of a generic one costs WebAssembly bytes.
#[derive(Debug, Clone)]
pub(super) struct Column {
    /// The entries, each with the bits of `absent` turned, so that zero is what was never set.
    blocks: Vec<Vec<u8>>,
    /// Bytes of an entry, 1 to 8.
    width: usize,
    /// What a row reads until it is set.
    absent: u64,
}

impl Column {
    /// A column of entries of so many bytes, whose rows all read `absent` until they are set.
    pub fn new(width: usize, absent: u64) -> Column {
        Column { blocks: Vec::new(), width, absent }
    }

    /// The entry of a row; `absent` where nothing was set.
    pub fn get(&self, row: usize) -> u64 {
        let start = row % BLOCK * self.width;
        let bytes = self.blocks.get(row / BLOCK).and_then(|block| block.get(start..start + self.width));
        let bytes = bytes.unwrap_or_default().iter().rev();
        bytes.fold(0, |number, &byte| (number << 8) | u64::from(byte)) ^ self.absent
    }

    /// Sets the entry of a row. Setting `absent` where nothing stands allocates nothing.
    pub fn set(&mut self, row: usize, entry: u64) {
        let (at, start, mut bytes) = (row / BLOCK, row % BLOCK * self.width, entry ^ self.absent);
        let stands = self.blocks.get(at).is_some_and(|block| block.len() > start);
        if bytes == 0 && !stands {
            return;
        }
        while self.blocks.len() <= at {
            self.blocks.push(Vec::new());
        }
        let Some(block) = self.blocks.get_mut(at) else { return };
        if !stands {
            block.resize(start + self.width, 0);
        }
        for slot in block.iter_mut().skip(start).take(self.width) {
            *slot = bytes as u8;
            bytes >>= 8;
        }
    }

    /// Bytes held for entries.
    pub fn bytes(&self) -> usize {
        self.blocks.iter().map(Vec::capacity).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_absent_column_costs_nothing() {
        let mut column = Column::new(2, 0);
        (0..100_000).for_each(|row| column.set(row, 0));
        assert_eq!(column.bytes(), 0);
        column.set(70_000, 700);
        assert_eq!((column.get(69_999), column.get(70_000), column.get(1_000_000)), (0, 700, 0));
        assert!(column.bytes() <= BLOCK * 2);
    }

    #[test]
    fn every_width_holds_its_numbers() {
        for (width, entry) in [(1, 0xfe), (2, 0xfedc), (4, 0xfedc_ba98), (8, (-1.5f64).to_bits())] {
            let mut column = Column::new(width, 7);
            column.set(4095, entry);
            column.set(4096, entry);
            column.set(4096, 7);
            assert_eq!((column.get(4094), column.get(4095), column.get(4096)), (7, entry, 7));
        }
    }
}
