use super::table::NOTHING;

/// Rows per block: a full block is never moved, so a growing column neither copies nor doubles.
const BLOCK: usize = 4096;
/// Bytes of an entry of each column: 72 in all. Those of eight are figures.
const WIDTHS: [u8; 15] = [8, 8, 8, 8, 8, 8, 8, 4, 4, 2, 2, 1, 1, 1, 1];

/// The columns of the table: numbers, in blocks. A block in which nothing was ever set costs nothing, and the last
/// block of a column is only as long as it needs to be.
#[derive(Debug, Clone, Default)]
pub(super) struct Columns {
    /// A block of each column for the first rows, then one of each for the next. The entries have the bits of
    /// [`absent`] turned, so that zero is what was never set.
    blocks: Vec<Vec<u8>>,
}

/// What a row reads in a column of a width until it is set.
fn absent(width: usize) -> u64 {
    if width == 8 { NOTHING } else { 0 }
}

/// The block of an entry, where in it the entry starts, and its width.
fn place(row: usize, column: usize) -> (usize, usize, usize) {
    let width = usize::from(WIDTHS[column]);
    (row / BLOCK * WIDTHS.len() + column, row % BLOCK * width, width)
}

impl Columns {
    /// The entry of a row in a column; what is absent where nothing was set.
    pub fn get(&self, row: usize, column: usize) -> u64 {
        let (block, start, width) = place(row, column);
        let bytes = self.blocks.get(block).and_then(|block| block.get(start..start + width));
        let bytes = bytes.unwrap_or_default().iter().rev();
        bytes.fold(0, |number, &byte| (number << 8) | u64::from(byte)) ^ absent(width)
    }

    /// Sets the entry of a row in a column. Setting what is absent where nothing stands allocates nothing.
    pub fn set(&mut self, row: usize, column: usize, entry: u64) {
        let (at, start, width) = place(row, column);
        let mut bytes = entry ^ absent(width);
        while self.blocks.len() <= at {
            self.blocks.push(Vec::new());
        }
        let block = &mut self.blocks[at];
        if block.len() <= start {
            if bytes == 0 {
                return;
            }
            block.resize(start + width, 0);
        }
        for slot in &mut block[start..start + width] {
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
        let mut columns = Columns::default();
        (0..100_000).for_each(|row| columns.set(row, 9, 0));
        (0..100_000).for_each(|row| columns.set(row, 0, NOTHING));
        assert_eq!(columns.bytes(), 0);
        columns.set(70_000, 9, 700);
        let got = [69_999, 70_000, 1_000_000].map(|row| columns.get(row, 9));
        assert_eq!(got, [0, 700, 0]);
        assert!(columns.bytes() <= BLOCK * 2);
    }

    #[test]
    fn every_width_holds_its_numbers() {
        for (column, entry) in [(14, 0xfe), (9, 0xfedc), (7, 0xfedc_ba98), (0, (-1.5f64).to_bits())] {
            let mut columns = Columns::default();
            let nothing = columns.get(0, column);
            columns.set(4095, column, entry);
            columns.set(4096, column, entry);
            columns.set(4096, column, nothing);
            let got = [4094, 4095, 4096].map(|row| columns.get(row, column));
            assert_eq!(got, [nothing, entry, nothing]);
        }
    }
}
