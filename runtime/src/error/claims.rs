use http::header::WWW_AUTHENTICATE;
use http::{HeaderMap, HeaderValue};
use serde_core::de::IgnoredAny;

use super::challenge::Parameters;
use crate::encoding;

/// Returns the claims that the service demands of a token, as JSON ("Claims challenges, claims requests and client capabilities"): those of
/// the first `Bearer` challenge with readable claims.
pub(crate) fn claims(headers: &HeaderMap) -> Option<String> {
    headers.get_all(WWW_AUTHENTICATE).iter().find_map(from_line)
}

/// Searches one line of the header, which may contain several challenges.
fn from_line(line: &HeaderValue) -> Option<String> {
    // Other characters than those of ASCII only occur in descriptions.
    let line = String::from_utf8_lossy(line.as_bytes());
    Parameters::new(&line)
        .filter(|parameter| parameter.is_of_bearer("claims"))
        .find_map(|parameter| decode(&parameter.value))
}

/// Decodes a claims parameter: a JSON object in base64 of either alphabet.
fn decode(text: &str) -> Option<String> {
    let claims = String::from_utf8(encoding::decode(text).ok()?).ok()?;
    let is_object =
        claims.trim_start().starts_with('{') && serde_json::from_str::<IgnoredAny>(&claims).is_ok();
    is_object.then_some(claims)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use super::*;

    /// `{"access_token":{"nbf":{"essential":true, "value":"1604106651"}}}`
    const NBF: &str =
        "eyJhY2Nlc3NfdG9rZW4iOnsibmJmIjp7ImVzc2VudGlhbCI6dHJ1ZSwgInZhbHVlIjoiMTYwNDEwNjY1MSJ9fX0=";
    const NBF_JSON: &str = r#"{"access_token":{"nbf":{"essential":true, "value":"1604106651"}}}"#;

    fn of(lines: &[&str]) -> Option<String> {
        let mut headers = HeaderMap::new();
        for line in lines {
            let line = HeaderValue::from_bytes(line.as_bytes()).unwrap();
            headers.append(WWW_AUTHENTICATE, line);
        }
        claims(&headers)
    }

    #[test]
    fn the_documented_challenge_is_read() {
        let line = format!(
            r#"Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000", errorDescription="Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp", error="insufficient_claims", claims="{NBF}""#
        );
        assert_eq!(of(&[&line]).as_deref(), Some(NBF_JSON));
    }

    #[test]
    fn claims_are_found_at_every_valid_position() {
        for line in [
            "Bearer claims=\"{}\"",
            "bEARER CLAIMS=\"{}\"",
            "Bearer claims=\"{}\", error=\"insufficient_claims\"",
            "Bearer realm=\"\",claims=\"{}\"",
            "Bearer realm=\"\" , claims = \"{}\"",
            "Bearer realm=\"a, claims=b, Basic c=d\", claims=\"{}\"",
            r#"Bearer realm="say \"claims=\\\"", claims="{}""#,
            "Bearer error_description=\"révoqué\", claims=\"{}\"",
            "Basic realm=\"x\", Bearer claims=\"{}\"",
            "Negotiate, PoP nonce=\"n\", Bearer claims=\"{}\", Basic realm=\"y\"",
            "Bearer error=\"invalid_token\", Bearer claims=\"{}\"",
            r#"Bearer claims="\{}""#,
            "Bearer claims=\"no base64\", Bearer claims=\"{}\"",
            ", Bearer claims=\"{}\",",
            "Bearer realm=\"\", authorization_uri=https://login.example/authorize, error=\"insufficient_claims\", claims=\"{}\"",
            "Bearer authorization_uri=https://login.example/authorize claims=\"{}\"",
            "Bearer realm=\"no end, claims={}",
            "Bearer error_description=Token expired, please sign in again, claims=\"{}\"",
            "Bearer error_description=\"the \"aud\" claim, is bad\", claims=\"{}\"",
            "Bearer \"realm\", claims=\"{}\"",
        ] {
            let line = line.replace("{}", NBF);
            assert_eq!(of(&[&line]).as_deref(), Some(NBF_JSON), "{line}");
        }
    }

    #[test]
    fn a_malformed_line_does_not_hide_the_others() {
        let line = format!("Bearer claims={NBF:?}");
        for other in [
            "Basic realm=\"x\"",
            "Bearer error=\"invalid_token\"",
            "Negotiate YIIJvwYGKwYBBQUCoIIJszCC==",
            "Bearer realm=\"no end",
            "=\"\"",
            "",
        ] {
            assert_eq!(of(&[other, &line]).as_deref(), Some(NBF_JSON), "{other}");
            assert_eq!(of(&[&line, other]).as_deref(), Some(NBF_JSON), "{other}");
        }
    }

    #[test]
    fn base64_of_either_alphabet_is_read_with_or_without_padding() {
        // `{"a":"~~~???"}`, whose base64 contains characters that differ between the alphabets.
        for text in [
            "eyJhIjoifn5+Pz8/In0=",
            "eyJhIjoifn5+Pz8/In0",
            "eyJhIjoifn5-Pz8_In0=",
            "eyJhIjoifn5-Pz8_In0",
        ] {
            let line = format!("Bearer claims=\"{text}\"");
            assert_eq!(of(&[&line]).as_deref(), Some(r#"{"a":"~~~???"}"#), "{text}");
        }
        let unquoted = "Bearer claims=eyJhIjoifn5-Pz8_In0";
        assert_eq!(of(&[unquoted]).as_deref(), Some(r#"{"a":"~~~???"}"#));
    }

    #[test]
    fn unreadable_claims_are_ignored() {
        for line in [
            "",
            "Bearer",
            "Bearer ",
            "Bearer claims",
            "Bearer claims=",
            "Bearer claims=\"",
            "Bearer claims=\"\\",
            "Bearer claims=\"\"",
            "Bearer claims=\"====\"",
            "Bearer claims=\"e30\"=",
            "Bearer claims=\"e30=\" claims",
            "Bearer claims=\"/w==\"",     // not UTF-8
            "Bearer claims=\"Im51bGwi\"", // a JSON string
            "Bearer claims=\"eyJhIjo=\"", // truncated
            "Bearer claims=\"e30geyJh\"", // trailing data
            "Basic claims=\"e30=\"",      // not a bearer challenge
            "Bearer2 claims=\"e30=\"",
            "Bearer xclaims=\"e30=\"",
            "Bearer realm=\"claims=e30=\"",
            "Bearer realm=\"\\\", claims=\"e30=\"",
            "claims=\"e30=\"",
            "\u{fe}\u{ff}",
        ] {
            assert_eq!(of(&[line]), None, "{line}");
        }
    }

    #[test]
    fn no_line_causes_a_panic() {
        let alphabet = b"Bearer claims=\"\\e30 ,\t\xc3\xbf";
        let mut random = fastrand::Rng::with_seed(1);
        for _ in 0..20_000 {
            let line: Vec<u8> = (0..random.usize(..40))
                .map(|_| alphabet[random.usize(..alphabet.len())])
                .collect();
            if let Ok(line) = HeaderValue::from_bytes(&line) {
                let _ = from_line(&line);
            }
        }
    }
}
