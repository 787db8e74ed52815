use http::HeaderValue;

/// Version 4 of RFC 9562. One of the four variants will do.
const TEMPLATE: [u8; 36] = *b"xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx";

const DIGITS: [u8; 16] = *b"0123456789abcdef";

/// A random GUID. It is an id, not a secret.
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
    // What is hexadecimal is a header value.
    HeaderValue::from_bytes(&text).unwrap_or(HeaderValue::from_static("0"))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use super::*;

    #[test]
    fn it_has_the_form_of_a_guid_and_is_another_each_time() {
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
