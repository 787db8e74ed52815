use http::HeaderValue;

/// The layout of version 4 (RFC 9562), with a fixed one of its four variants.
const TEMPLATE: [u8; 36] = *b"xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx";

const DIGITS: [u8; 16] = *b"0123456789abcdef";

/// Creates a random GUID. It is an id, not a secret, so any source of randomness will do.
pub(super) fn random() -> HeaderValue {
    let mut bits = fastrand::u128(..);
    let text = TEMPLATE.map(|character| {
        if character != b'x' {
            return character;
        }
        let digit = DIGITS[(bits & 0xf) as usize];
        bits >>= 4;
        digit
    });
    // Hexadecimal text is always a valid header value.
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
