use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::error::Error;

/// The names of what a fleet has in NATS.
///
/// Each job has a subject of its own, so that NATS itself refuses a second one with the same tag, and a second outcome.
#[derive(Debug, Clone)]
pub(crate) struct Names(String);

/// The longest tag in bytes. A subject of NATS has about a third more characters than that, and is part of a line of 4096.
const MAX_TAG: usize = 1024;

impl Names {
    pub(crate) fn new(fleet: &str) -> Result<Self, Error> {
        let is_valid = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        if fleet.is_empty() || fleet.len() > 64 || !fleet.chars().all(is_valid) {
            let message =
                "the name of a fleet has 1 to 64 letters, digits, hyphens and underscores of ASCII";
            return Err(Error::new(message));
        }
        Ok(Self(fleet.to_owned()))
    }

    pub(crate) fn jobs_stream(&self) -> String {
        format!("{}_jobs", self.0)
    }

    pub(crate) fn jobs(&self) -> String {
        format!("{}.jobs.*", self.0)
    }

    pub(crate) fn job(&self, tag: &str) -> String {
        format!("{}.jobs.{}", self.0, key(tag))
    }

    pub(crate) fn outcomes_stream(&self) -> String {
        format!("{}_outcomes", self.0)
    }

    pub(crate) fn outcomes(&self) -> String {
        format!("{}.outcomes.*", self.0)
    }

    pub(crate) fn outcome(&self, tag: &str) -> String {
        format!("{}.outcomes.{}", self.0, key(tag))
    }

    pub(crate) fn pace_bucket(&self) -> String {
        format!("{}_pace", self.0)
    }

    pub(crate) fn sent_bucket(&self) -> String {
        format!("{}_sent", self.0)
    }
}

/// Returns what is wrong with a tag.
pub(crate) fn check_tag(tag: &str) -> Result<(), Error> {
    if tag.is_empty() || tag.len() > MAX_TAG {
        return Err(Error::new(format!(
            "the tag of a job has 1 to {MAX_TAG} bytes, and this one has {}",
            tag.len()
        )));
    }
    Ok(())
}

/// Returns a text as a part of a subject or a key, in which neither dots nor spaces can be.
pub(crate) fn key(text: &str) -> String {
    URL_SAFE_NO_PAD.encode(text)
}

/// Reads the text of a [`key`].
pub(crate) fn text_of(key: &str) -> Option<String> {
    String::from_utf8(URL_SAFE_NO_PAD.decode(key).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_of_any_text_is_one_part_of_a_subject() {
        let names = Names::new("images").unwrap();
        for tag in ["a", "a.b", "*", ">", "ada lovelace", "Zoë\n"] {
            let subject = names.job(tag);
            let key = subject.strip_prefix("images.jobs.").unwrap();
            assert!(
                key.chars()
                    .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
            );
            assert_eq!(text_of(key).as_deref(), Some(tag));
        }
    }

    #[test]
    fn a_name_with_which_subjects_would_overlap_is_refused() {
        for name in ["", "a.b", "a>", "*", "a b", &"a".repeat(65)] {
            assert!(Names::new(name).is_err(), "{name}");
        }
    }

    #[test]
    fn a_tag_has_a_length() {
        assert!(check_tag("").is_err());
        assert!(check_tag(&"a".repeat(1025)).is_err());
        assert!(check_tag(&"a".repeat(1024)).is_ok());
    }
}
