//! Finding what was seen before, without the standard map's random state and without an order that could leak.

/// Different keys of several kinds, each with a number. Only ever asked, never walked.
#[derive(Debug, Clone, Default)]
pub struct Interner {
    /// The keys, each after the byte of its kind.
    bytes: Vec<u8>,
    /// Where each key ends in the bytes, and its number.
    keys: Vec<(u32, u32)>,
    /// Open addressing: positions plus one, 0 where a slot is free.
    slots: Vec<u32>,
}

/// Bytes of keys that one interner holds.
const MOST: usize = 128 << 20;

impl Interner {
    /// The number of a key, if it came before.
    pub fn find(&mut self, kind: u8, key: &[u8]) -> Option<u32> {
        let start = self.bytes.len();
        let known = self.add(kind, key);
        self.bytes.truncate(start);
        known
    }

    /// The number of a key, which is given `number` when it is new; `None` when there is no room for it.
    pub fn number(&mut self, kind: u8, key: &[u8], number: usize) -> Option<u32> {
        let start = self.bytes.len();
        let known = self.add(kind, key);
        if known.is_some() || self.bytes.len() > MOST {
            self.bytes.truncate(start);
            return known;
        }
        self.keys.push((self.bytes.len() as u32, number as u32));
        let mut unplaced = self.keys.len() - 1;
        if self.keys.len() * 4 > self.slots.len() * 3 {
            self.slots = vec![0; (self.slots.len() * 2).max(16)];
            unplaced = 0;
        }
        for at in unplaced..self.keys.len() {
            let slot = self.slot(self.key(at));
            self.slots[slot] = at as u32 + 1;
        }
        Some(number as u32)
    }

    /// Adds the bytes of a key, and returns its number if it came before.
    fn add(&mut self, kind: u8, key: &[u8]) -> Option<u32> {
        let start = self.bytes.len();
        self.bytes.push(kind);
        self.bytes.extend_from_slice(key);
        let at = *self.slots.get(self.slot(self.bytes.get(start..)?))?;
        self.keys.get(at.checked_sub(1)? as usize).map(|&(_, number)| number)
    }

    /// A key with its kind.
    fn key(&self, at: usize) -> &[u8] {
        let end = |at: usize| self.keys.get(at).map_or(0, |&(end, _)| end as usize);
        let start = at.checked_sub(1).map_or(0, end);
        self.bytes.get(start..end(at)).unwrap_or_default()
    }

    /// The slot in which a key stands with its kind, or would.
    fn slot(&self, key: &[u8]) -> usize {
        probe(&self.slots, hash(key), &|at| self.key(at as usize) == key)
    }
}

/// The slot that holds what is looked for, or the first free one where it would stand. Slots hold positions plus one,
/// 0 where they are free; their number is a power of two, or none.
pub fn probe(slots: &[u32], hash: u32, is: &dyn Fn(u32) -> bool) -> usize {
    let mask = slots.len().wrapping_sub(1);
    let mut slot = hash as usize & mask;
    while let Some(at) = slots.get(slot).and_then(|at| at.checked_sub(1)) {
        if is(at) {
            break;
        }
        slot = (slot + 1) & mask;
    }
    slot
}

/// FNV-1a, with its bits mixed once more.
pub fn hash(bytes: &[u8]) -> u32 {
    let hash = bytes.iter().fold(0x811c_9dc5u32, |hash, &byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let hash = (hash ^ (hash >> 16)).wrapping_mul(0x85eb_ca6b);
    hash ^ (hash >> 13)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_in_is_found() {
        let mut interner = Interner::default();
        assert_eq!(interner.find(0, b"0"), None);
        for (at, given) in (0..5000).map(|at| (at, at)).chain((0..5000).map(|at| (at, 9999))) {
            assert_eq!(interner.number(0, at.to_string().as_bytes(), given), Some(at as u32));
        }
        assert_eq!((interner.find(0, b"4999"), interner.find(0, b"5000")), (Some(4999), None));
        assert_eq!((interner.find(1, b"4999"), interner.find(0, b"")), (None, None));
        assert_eq!(interner.number(0, b"", 5000), Some(5000));
        assert_eq!(interner.find(0, b""), Some(5000));
    }
}
