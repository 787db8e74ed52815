//! Samples and damaged copies of them.

use fastrand::Rng;

const SEED: u64 = 0x6772_6170_6801;
const ROUNDS: usize = 3000;

/// Every beginning of `sample`, and `sample` with random damage.
pub(crate) fn variants(sample: &str) -> impl Iterator<Item = Vec<u8>> {
    let sample = sample.as_bytes().to_vec();
    let whole = sample.clone();
    let beginnings = (0..=whole.len()).map(move |end| whole[..end].to_vec());
    let mut random = Rng::with_seed(SEED);
    beginnings.chain(std::iter::repeat_with(move || damaged(&sample, &mut random)).take(ROUNDS))
}

fn damaged(sample: &[u8], random: &mut Rng) -> Vec<u8> {
    /// Tokens of JSON, which are more likely to matter than random bytes.
    const TOKENS: [&[u8]; 12] = [
        b"null", b"{", b"}", b"[", b"]", b"\"", b",", b":", b"1e999", b"-0", b"\\ud800", b"\xff",
    ];
    let mut bytes = sample.to_vec();
    for _ in 0..random.usize(1..6) {
        let at = random.usize(0..=bytes.len());
        match random.u8(0..4) {
            0 if at < bytes.len() => bytes[at] = random.u8(..),
            1 if at < bytes.len() => drop(bytes.drain(at..random.usize(at..bytes.len()))),
            2 => {
                let from = random.usize(0..=at);
                let copy = bytes[from..at].to_vec();
                let to = random.usize(0..=bytes.len());
                bytes.splice(to..to, copy);
            }
            _ => {
                let token = TOKENS[random.usize(..TOKENS.len())];
                bytes.splice(at..at, token.iter().copied());
            }
        }
    }
    bytes
}
