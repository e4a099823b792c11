//! Finding what was seen before, without the standard map's random state and without an order that could leak.

/// An open-addressing index from a hash to positions in a list that the caller holds. It is only ever asked, never
/// walked, so its order cannot reach the output.
#[derive(Debug, Clone, Default)]
pub struct Index {
    /// Hash and position; position `FREE` marks an unused slot.
    slots: Vec<(u32, u32)>,
    used: usize,
}

const FREE: u32 = u32::MAX;

impl Index {
    /// The first position with this hash for which `same` holds.
    pub fn find(&self, hash: u32, mut same: impl FnMut(usize) -> bool) -> Option<u32> {
        let mut probe = self.probe(hash);
        while let Some(at) = self.next(&mut probe) {
            if same(at as usize) {
                return Some(at);
            }
        }
        None
    }

    /// Starts a walk over the positions with one hash.
    pub fn probe(&self, hash: u32) -> Probe {
        Probe { hash, slot: hash as usize }
    }

    /// The next position with that hash.
    pub fn next(&self, probe: &mut Probe) -> Option<u32> {
        let mask = self.slots.len().wrapping_sub(1);
        loop {
            let &(hash, at) = self.slots.get(probe.slot & mask)?;
            if at == FREE {
                return None;
            }
            probe.slot += 1;
            if hash == probe.hash {
                return Some(at);
            }
        }
    }

    /// Adds a position under a hash.
    pub fn insert(&mut self, hash: u32, at: u32) {
        if self.used * 4 >= self.slots.len() * 3 {
            let size = (self.slots.len() * 2).max(16);
            let old = std::mem::replace(&mut self.slots, vec![(0, FREE); size]);
            for (hash, at) in old {
                if at != FREE {
                    self.place(hash, at);
                }
            }
        }
        self.place(hash, at);
        self.used += 1;
    }

    fn place(&mut self, hash: u32, at: u32) {
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        while self.slots[slot].1 != FREE {
            slot = (slot + 1) & mask;
        }
        self.slots[slot] = (hash, at);
    }
}

/// A walk over the positions with one hash.
#[derive(Debug)]
pub struct Probe {
    hash: u32,
    slot: usize,
}

/// FNV-1a of some bytes.
pub fn hash(bytes: &[u8]) -> u32 {
    mixed(bytes.iter().fold(0x811c_9dc5u32, |hash, &byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)))
}

/// A hash of a few numbers.
pub fn hash_numbers(numbers: &[u32]) -> u32 {
    mixed(numbers.iter().fold(0x811c_9dc5u32, |hash, &number| (hash.rotate_left(5) ^ number).wrapping_mul(0x9e37_79b1)))
}

fn mixed(hash: u32) -> u32 {
    let hash = (hash ^ (hash >> 16)).wrapping_mul(0x85eb_ca6b);
    hash ^ (hash >> 13)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_in_is_found() {
        let mut index = Index::default();
        let texts: Vec<String> = (0..5000).map(|number| number.to_string()).collect();
        for (at, text) in texts.iter().enumerate() {
            assert_eq!(index.find(hash(text.as_bytes()), |at| texts[at] == *text), None);
            index.insert(hash(text.as_bytes()), at as u32);
        }
        for (at, text) in texts.iter().enumerate() {
            assert_eq!(index.find(hash(text.as_bytes()), |at| texts[at] == *text), Some(at as u32));
        }
    }
}
