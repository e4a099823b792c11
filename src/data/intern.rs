//! Finding what was seen before, without the standard map's random state and without an order that could leak.

/// Different keys, each with a position counted from 0 in the order they came. Only ever asked, never walked.
#[derive(Debug, Clone, Default)]
pub struct Interner {
    bytes: Vec<u8>,
    /// Where each key ends in the bytes.
    ends: Vec<u32>,
    /// Open addressing: positions plus one, 0 where a slot is free.
    slots: Vec<u32>,
}

/// Bytes of keys that one interner holds.
const MOST: usize = 64 << 20;

impl Interner {
    /// The position of a key, if it came before.
    pub fn find(&self, key: &[u8]) -> Option<u32> {
        let at = *self.slots.get(self.slot(key))?;
        at.checked_sub(1)
    }

    /// The position of a key, and whether it is new; `None` when it is new and there is no room for it.
    pub fn position(&mut self, key: &[u8]) -> Option<(u32, bool)> {
        if let Some(at) = self.find(key) {
            return Some((at, false));
        }
        if self.bytes.len() + key.len() > MOST {
            return None;
        }
        let at = self.ends.len() as u32;
        self.bytes.extend_from_slice(key);
        self.ends.push(self.bytes.len() as u32);
        if self.ends.len() * 4 > self.slots.len() * 3 {
            self.slots = vec![0; (self.slots.len() * 2).max(16)];
            for old in 0..at {
                self.place(old);
            }
        }
        self.place(at);
        Some((at, true))
    }

    fn place(&mut self, at: u32) {
        let slot = self.slot(self.key(at));
        if let Some(slot) = self.slots.get_mut(slot) {
            *slot = at + 1;
        }
    }

    fn key(&self, at: u32) -> &[u8] {
        let at = at as usize;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(at).copied().unwrap_or(start);
        self.bytes.get(start as usize..end as usize).unwrap_or_default()
    }

    /// The slot in which a key stands, or would.
    fn slot(&self, key: &[u8]) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        let mut slot = hash(key) as usize & mask;
        while let Some(at) = self.slots.get(slot).and_then(|at| at.checked_sub(1)) {
            if self.key(at) == key {
                break;
            }
            slot = (slot + 1) & mask;
        }
        slot
    }
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
        assert_eq!(interner.find(b"0"), None);
        for (at, new) in (0..5000).map(|at| (at, true)).chain((0..5000).map(|at| (at, false))) {
            assert_eq!(interner.position(at.to_string().as_bytes()), Some((at, new)));
        }
        assert_eq!((interner.find(b"4999"), interner.find(b"5000"), interner.find(b"")), (Some(4999), None, None));
        assert_eq!(interner.position(b""), Some((5000, true)));
        assert_eq!(interner.find(b""), Some(5000));
    }
}
