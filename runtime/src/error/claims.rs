use http::header::WWW_AUTHENTICATE;
use http::{HeaderMap, HeaderValue};
use http_auth::ChallengeRef;
use http_auth::parser::ChallengeParser;
use serde_core::de::IgnoredAny;

use crate::encoding;

/// The claims that the service demands of a token, as JSON ("Claims challenges, claims requests and client capabilities"): those of the
/// first `Bearer` challenge that has some which can be read.
pub(crate) fn claims(headers: &HeaderMap) -> Option<String> {
    headers.get_all(WWW_AUTHENTICATE).iter().find_map(in_line)
}

/// In one line of the header, which may hold several challenges. What follows a mistake is not read.
fn in_line(line: &HeaderValue) -> Option<String> {
    let line = ascii(line);
    ChallengeParser::new(&line)
        .map_while(Result::ok)
        .find_map(|challenge| in_challenge(&challenge))
}

fn in_challenge(challenge: &ChallengeRef<'_>) -> Option<String> {
    if !challenge.scheme.eq_ignore_ascii_case("Bearer") {
        return None;
    }
    challenge
        .params
        .iter()
        .filter(|(name, _)| name.eq_ignore_ascii_case("claims"))
        .find_map(|(_, value)| decode(&value.to_unescaped()))
}

/// The object that a claims parameter is, in base64 of either alphabet.
fn decode(text: &str) -> Option<String> {
    let claims = String::from_utf8(encoding::decode(text).ok()?).ok()?;
    let is_object =
        claims.trim_start().starts_with('{') && serde_json::from_str::<IgnoredAny>(&claims).is_ok();
    is_object.then_some(claims)
}

/// A description may be in any language, and it is not what is looked for.
fn ascii(line: &HeaderValue) -> String {
    let bytes = line.as_bytes().iter();
    bytes
        .map(|byte| {
            if byte.is_ascii() {
                char::from(*byte)
            } else {
                '?'
            }
        })
        .collect()
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
    fn the_challenge_that_graph_documents_is_read() {
        let line = format!(
            r#"Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000", errorDescription="Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp", error="insufficient_claims", claims="{NBF}""#
        );
        assert_eq!(of(&[&line]).as_deref(), Some(NBF_JSON));
    }

    #[test]
    fn the_claims_are_found_wherever_a_header_may_have_them() {
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
        ] {
            let line = line.replace("{}", NBF);
            assert_eq!(of(&[&line]).as_deref(), Some(NBF_JSON), "{line}");
        }
    }

    #[test]
    fn all_lines_of_the_header_are_read_whatever_is_wrong_with_another() {
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
    fn base64_of_either_alphabet_is_read_padded_or_not() {
        // `{"a":"~~~???"}`, whose base64 has a character from where the alphabets differ.
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
    fn what_cannot_be_read_is_no_challenge() {
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
            "Bearer claims=\"/w==\"",     // no UTF-8
            "Bearer claims=\"Im51bGwi\"", // a string of JSON
            "Bearer claims=\"eyJhIjo=\"", // no end
            "Bearer claims=\"e30geyJh\"", // more than an object
            "Basic claims=\"e30=\"",      // not of a bearer token
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
    fn no_line_makes_it_panic() {
        let alphabet = b"Bearer claims=\"\\e30 ,\t\xc3\xbf";
        let mut random = fastrand::Rng::with_seed(1);
        for _ in 0..20_000 {
            let line: Vec<u8> = (0..random.usize(..40))
                .map(|_| alphabet[random.usize(..alphabet.len())])
                .collect();
            if let Ok(line) = HeaderValue::from_bytes(&line) {
                let _ = in_line(&line);
            }
        }
    }
}
