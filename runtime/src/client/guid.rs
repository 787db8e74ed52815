use http::HeaderValue;

const HYPHENATED: [u8; 36] = *b"00000000-0000-0000-0000-000000000000";

/// The positions of the first digit of each byte.
const BYTES: [usize; 16] = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];

const DIGITS: [u8; 16] = *b"0123456789abcdef";

/// Returns a random GUID of version 4 (RFC 9562). It is an id, not a secret.
pub(super) fn random() -> HeaderValue {
    let mut text = HYPHENATED;
    for (position, byte) in BYTES.into_iter().zip(fastrand::u128(..).to_ne_bytes()) {
        text[position] = DIGITS[usize::from(byte >> 4)];
        text[position + 1] = DIGITS[usize::from(byte & 0xf)];
    }
    // The version, and one of its four variants.
    text[14] = b'4';
    text[19] = b'8';
    // Hexadecimal digits and hyphens are always a valid header value.
    HeaderValue::from_bytes(&text).unwrap_or(HeaderValue::from_static("0"))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use super::*;

    #[test]
    fn guids_have_the_right_form_and_differ() {
        let (first, second) = (random(), random());
        assert_ne!(first, second);
        for guid in [first, second] {
            let text = guid.to_str().unwrap();
            let lengths: Vec<_> = text.split('-').map(str::len).collect();
            assert_eq!(lengths, [8, 4, 4, 4, 12]);
            assert_eq!(&text[14..15], "4");
            assert!(
                text.bytes()
                    .all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
            );
        }
    }
}
