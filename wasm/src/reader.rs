//! A reader of JSON for the documents that JavaScript hands over: the options of a calendar, as
//! `JSON.stringify` writes them.
//!
//! It takes the place of a general reader, which weighs as much as all the counting of days: most
//! of that is exact floating point numbers, which no calendar holds. What it cannot read it
//! refuses.

use core::fmt::{self, Display};
use core::str::Chars;

use alloc::string::String;
use serde::de::{
    DeserializeSeed, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess, Visitor,
};
use serde::forward_to_deserialize_any;

/// Deeper than any document of a calendar.
const MOST_LEVELS: u8 = 32;

/// What is no JSON, or deeper than any document.
#[derive(Debug)]
pub(crate) struct Malformed;

impl Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("this is not JSON, or too deep")
    }
}

impl core::error::Error for Malformed {}

impl Error for Malformed {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

/// Reads one value after another from a text without spaces between them.
pub(crate) struct Reader<'a> {
    rest: Chars<'a>,
    level: u8,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self { rest: text.chars(), level: 0 }
    }

    fn peek(&self) -> Option<char> {
        self.rest.clone().next()
    }

    /// Takes a text if it is the next.
    fn take(&mut self, text: &str) -> bool {
        let rest = self.rest.as_str().strip_prefix(text);
        self.rest = rest.unwrap_or(self.rest.as_str()).chars();
        rest.is_some()
    }

    fn need(&mut self, text: &str) -> Result<(), Malformed> {
        if self.take(text) { Ok(()) } else { Err(Malformed) }
    }

    fn hex(&mut self) -> Result<u32, Malformed> {
        (0..4).try_fold(0_u32, |code, _| {
            let digit = self.rest.next().and_then(|letter| letter.to_digit(16));
            Ok(code.wrapping_shl(4) | digit.ok_or(Malformed)?)
        })
    }

    /// The letter of `\uXXXX`, of two of them where it takes two; half a letter is none.
    fn unicode(&mut self) -> Result<char, Malformed> {
        let mut code = self.hex()?;
        if (0xd800..0xdc00).contains(&code) {
            let before = self.rest.clone();
            let low = if self.take("\\u") { self.hex()? } else { 0 };
            if (0xdc00..0xe000).contains(&low) {
                let both = (code & 0x3ff).wrapping_shl(10) | (low & 0x3ff);
                code = both.wrapping_add(0x1_0000);
            } else {
                self.rest = before;
            }
        }
        Ok(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    fn text(&mut self) -> Result<String, Malformed> {
        let mut text = String::new();
        loop {
            let letter = match self.rest.next().ok_or(Malformed)? {
                '"' => return Ok(text),
                '\\' => match self.rest.next().ok_or(Malformed)? {
                    'n' => '\n',
                    't' => '\t',
                    'r' => '\r',
                    'b' => '\u{8}',
                    'f' => '\u{c}',
                    'u' => self.unicode()?,
                    letter @ ('"' | '\\' | '/') => letter,
                    _ => return Err(Malformed),
                },
                letter => letter,
            };
            text.push(letter);
        }
    }

    fn digit(&mut self) -> Option<u32> {
        let digit = self.peek()?.to_digit(10)?;
        self.rest.next();
        Some(digit)
    }

    /// Reads a number. One that is not whole is handed on as NaN: no document that is read here takes
    /// one.
    fn number<'de, V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, Malformed> {
        let sign = if self.take("-") { -1 } else { 1 };
        let mut whole = Some(i64::from(self.digit().ok_or(Malformed)?));
        while let Some(digit) = self.digit() {
            let next = |whole: i64| whole.checked_mul(10)?.checked_add(digit.into());
            whole = whole.and_then(next);
        }
        if self.take(".") {
            whole = None;
            while self.digit().is_some() {}
        }
        if self.take("e") {
            whole = None;
            let _: bool = self.take("-") || self.take("+");
            while self.digit().is_some() {}
        }
        match whole.and_then(|whole| whole.checked_mul(sign)) {
            Some(whole) => visitor.visit_i64(whole),
            None => visitor.visit_f64(f64::NAN),
        }
    }

    /// Reads what stands between brackets.
    fn inside<T>(
        &mut self,
        close: &str,
        read: impl FnOnce(Items<'_, 'a>) -> Result<T, Malformed>,
    ) -> Result<T, Malformed> {
        if self.level >= MOST_LEVELS {
            return Err(Malformed);
        }
        self.level = self.level.saturating_add(1);
        let value = read(Items { from: self, first: true })?;
        self.level = self.level.saturating_sub(1);
        self.need(close)?;
        Ok(value)
    }
}

/// The items of a list or an object.
struct Items<'r, 'a> {
    from: &'r mut Reader<'a>,
    first: bool,
}

impl Items<'_, '_> {
    /// Whether there is another item before the closing bracket.
    fn more(&mut self, close: char) -> Result<bool, Malformed> {
        if self.from.peek() == Some(close) {
            return Ok(false);
        }
        if !self.first {
            self.from.need(",")?;
        }
        self.first = false;
        Ok(true)
    }
}

impl<'de> SeqAccess<'de> for Items<'_, '_> {
    type Error = Malformed;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Malformed> {
        if self.more(']')? { seed.deserialize(&mut *self.from).map(Some) } else { Ok(None) }
    }
}

impl<'de> MapAccess<'de> for Items<'_, '_> {
    type Error = Malformed;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Malformed> {
        if !self.more('}')? {
            return Ok(None);
        }
        self.from.need("\"")?;
        let key = self.from.text()?;
        self.from.need(":")?;
        seed.deserialize(key.into_deserializer()).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Malformed> {
        seed.deserialize(&mut *self.from)
    }
}

impl<'de> Deserializer<'de> for &mut Reader<'_> {
    type Error = Malformed;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Malformed> {
        if self.take("{") {
            self.inside("}", |items| visitor.visit_map(items))
        } else if self.take("[") {
            self.inside("]", |items| visitor.visit_seq(items))
        } else if self.take("\"") {
            visitor.visit_string(self.text()?)
        } else if self.take("null") {
            visitor.visit_unit()
        } else if self.take("true") {
            visitor.visit_bool(true)
        } else if self.take("false") {
            visitor.visit_bool(false)
        } else {
            self.number(visitor)
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;
    use serde_json::Value;

    fn ours(text: &str) -> Option<Value> {
        let mut reader = Reader::new(text);
        let value = Value::deserialize(&mut reader).ok()?;
        reader.rest.as_str().is_empty().then_some(value)
    }

    #[test]
    fn documents_are_read_as_by_a_general_reader() {
        for text in [
            "null",
            "true",
            "[]",
            "{}",
            "-12",
            "[0,1,-1,9223372036854775807,-9223372036854775807]",
            r#"{"hours":{"mon-fri":[["07:30","11:30"],["13:30","17:00"]]},"years":[{"year":2027}]}"#,
            r#""chuyển trụ sở \"\\\/\b\f\n\r\t\u0001\u1ef9\ud83d\ude00""#,
            r#"[{"a":[[],{}]},"",false]"#,
        ] {
            let general: Value = serde_json::from_str(text).unwrap();
            assert_eq!(ours(text), Some(general), "{text}");
        }
        assert_eq!(ours(r#""\ud800x""#), Some(Value::from("\u{fffd}x")));
    }

    #[test]
    fn numbers_that_are_not_whole_are_numbers_still() {
        for number in ["2027.5", "1e21", "-1.5e-7", "2e+3", "9223372036854775808"] {
            let read = f64::deserialize(&mut Reader::new(number)).ok();
            assert!(read.is_some_and(f64::is_nan), "{number}");
        }
    }

    #[test]
    fn what_is_no_document_is_refused() {
        for text in [
            "",
            "nul",
            "[1",
            "[1 2]",
            "{\"a\"}",
            "{\"a\":}",
            "\"",
            "\"\\x\"",
            "\"\\u12\"",
            "[,]",
            "-",
        ] {
            assert_eq!(ours(text), None, "{text}");
        }
        assert_eq!(ours(&"[".repeat(100_000)), None);
        assert!(ours(&["[".repeat(32), "]".repeat(32)].concat()).is_some());
    }
}
