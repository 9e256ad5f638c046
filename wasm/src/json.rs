//! A writer of JSON for the few shapes the small builds answer with.

use alloc::string::String;
use core::fmt::{self, Display, Write};

/// Writes one object or list after another into a text.
#[derive(Default)]
pub(crate) struct Writer {
    out: String,
    /// Whether a comma is due before the next item.
    more: bool,
}

/// Passes what is printed on as the inside of a JSON string.
struct Escaped<'a>(&'a mut String);

impl Write for Escaped<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for letter in text.chars() {
            match letter {
                '"' | '\\' => {
                    self.0.push('\\');
                    self.0.push(letter);
                }
                '\n' => self.0.push_str("\\n"),
                // Other controls stand in no answer of the engine but what a caller put there.
                '\0'..='\x1f' => write!(self.0, "\\u{:04x}", u32::from(letter))?,
                _ => self.0.push(letter),
            }
        }
        Ok(())
    }
}

impl Writer {
    pub(crate) fn finish(self) -> String {
        self.out
    }

    fn comma(&mut self) {
        if self.more {
            self.out.push(',');
        }
        self.more = true;
    }

    pub(crate) fn open(&mut self, bracket: char) {
        self.comma();
        self.out.push(bracket);
        self.more = false;
    }

    pub(crate) fn close(&mut self, bracket: char) {
        self.out.push(bracket);
        self.more = true;
    }

    /// The name of a field; the next thing written is its value.
    pub(crate) fn key(&mut self, name: &str) -> &mut Self {
        self.text(&name);
        self.out.push(':');
        self.more = false;
        self
    }

    pub(crate) fn text(&mut self, value: &dyn Display) {
        self.comma();
        self.out.push('"');
        // Writing to a String cannot fail.
        let _: fmt::Result = write!(Escaped(&mut self.out), "{value}");
        self.out.push('"');
    }

    /// A number, `true`, `false` or `null`, as it is printed.
    pub(crate) fn raw(&mut self, value: &dyn Display) {
        self.comma();
        let _: fmt::Result = write!(self.out, "{value}");
    }

    /// A text, or `null` for none.
    pub(crate) fn text_or_null(&mut self, value: Option<impl Display>) {
        match value {
            Some(value) => self.text(&value),
            None => self.raw(&"null"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_json() {
        let mut json = Writer::default();
        json.open('[');
        json.open('{');
        json.key("a").text(&"x\"\\\n\u{1}ữ");
        json.key("b").raw(&1.5);
        json.key("c").text_or_null(None::<&str>);
        json.close('}');
        json.text(&"");
        json.open('[');
        json.close(']');
        json.raw(&true);
        json.close(']');
        let text = json.finish();
        assert_eq!(text, r#"[{"a":"x\"\\\n\u0001ữ","b":1.5,"c":null},"",[],true]"#);
        assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok());
    }
}
