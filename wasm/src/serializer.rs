//! A serde serializer into the small writer, with the names of fields in camelCase.
//!
//! It knows the kinds of value that answers are made of. In the place of a general one it leaves
//! out everything there is to know about floating point numbers, which weighs more than the reader
//! of limit texts.

use core::fmt::{self, Display};

use alloc::string::String;
use motcua::time_limit::Amount;
use serde::ser::{
    Error, Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple,
    Serializer,
};

use crate::json::Writer;

/// A kind of value that no answer holds.
#[derive(Debug)]
pub(crate) struct Refused;

impl Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no answer holds such a value")
    }
}

impl core::error::Error for Refused {}

impl Error for Refused {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

/// `snake_case` as `camelCase`.
fn camel(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    let mut raise = false;
    for letter in name.chars() {
        match letter {
            '_' => raise = true,
            _ => {
                text.push(if raise { letter.to_ascii_uppercase() } else { letter });
                raise = false;
            }
        }
    }
    text
}

/// A list or an object that has been opened.
pub(crate) struct Open<'a> {
    to: &'a mut Writer,
    bracket: char,
}

impl<'a> Open<'a> {
    fn list(to: &'a mut Writer) -> Self {
        to.open('[');
        Self { to, bracket: ']' }
    }

    fn object(to: &'a mut Writer) -> Self {
        to.open('{');
        Self { to, bracket: '}' }
    }
}

impl SerializeSeq for Open<'_> {
    type Ok = ();
    type Error = Refused;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refused> {
        value.serialize(&mut *self.to)
    }

    fn end(self) -> Result<(), Refused> {
        self.to.close(self.bracket);
        Ok(())
    }
}

impl SerializeTuple for Open<'_> {
    type Ok = ();
    type Error = Refused;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refused> {
        value.serialize(&mut *self.to)
    }

    fn end(self) -> Result<(), Refused> {
        SerializeSeq::end(self)
    }
}

/// The name of a field, as the text it is.
struct Key<'a>(&'a mut Writer);

impl SerializeMap for Open<'_> {
    type Ok = ();
    type Error = Refused;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Refused> {
        key.serialize(Key(self.to))
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refused> {
        value.serialize(&mut *self.to)
    }

    fn end(self) -> Result<(), Refused> {
        SerializeSeq::end(self)
    }
}

impl SerializeStruct for Open<'_> {
    type Ok = ();
    type Error = Refused;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Refused> {
        value.serialize(self.to.key(&camel(key)))
    }

    fn end(self) -> Result<(), Refused> {
        SerializeSeq::end(self)
    }
}

macro_rules! refused {
    ($($name:ident: $type:ty,)*) => {
        $(fn $name(self, _: $type) -> Result<(), Refused> { Err(Refused) })*
    };
}

macro_rules! refused_shapes {
    () => {
        type Ok = ();
        type Error = Refused;
        type SerializeTupleStruct = Impossible<(), Refused>;
        type SerializeTupleVariant = Impossible<(), Refused>;
        type SerializeStructVariant = Impossible<(), Refused>;

        refused! { serialize_char: char, serialize_bytes: &[u8], serialize_unit_struct: &'static str, }

        fn serialize_newtype_struct<T: Serialize + ?Sized>(
            self,
            _: &'static str,
            value: &T,
        ) -> Result<(), Refused> {
            value.serialize(self)
        }

        fn serialize_newtype_variant<T: Serialize + ?Sized>(
            self,
            _: &'static str,
            _: u32,
            _: &'static str,
            _: &T,
        ) -> Result<(), Refused> {
            Err(Refused)
        }

        fn serialize_tuple_struct(
            self,
            _: &'static str,
            _: usize,
        ) -> Result<Self::SerializeTupleStruct, Refused> {
            Err(Refused)
        }

        fn serialize_tuple_variant(
            self,
            _: &'static str,
            _: u32,
            _: &'static str,
            _: usize,
        ) -> Result<Self::SerializeTupleVariant, Refused> {
            Err(Refused)
        }

        fn serialize_struct_variant(
            self,
            _: &'static str,
            _: u32,
            _: &'static str,
            _: usize,
        ) -> Result<Self::SerializeStructVariant, Refused> {
            Err(Refused)
        }
    };
}

macro_rules! numbers {
    ($($name:ident: $type:ty,)*) => {
        $(fn $name(self, value: $type) -> Result<(), Refused> { self.raw(&value); Ok(()) })*
    };
}

impl<'a> Serializer for &'a mut Writer {
    refused_shapes!();
    type SerializeSeq = Open<'a>;
    type SerializeTuple = Open<'a>;
    type SerializeMap = Open<'a>;
    type SerializeStruct = Open<'a>;

    numbers! {
        serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32,
        serialize_i64: i64, serialize_u8: u8, serialize_u16: u16, serialize_u32: u32,
        serialize_u64: u64,
    }

    fn serialize_f32(self, value: f32) -> Result<(), Refused> {
        self.serialize_f64(value.into())
    }

    /// The only numbers with a part are amounts, which have three decimals at most.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "cut off to u32")]
    fn serialize_f64(self, value: f64) -> Result<(), Refused> {
        self.raw(&Amount::from_thousandths((value * 1_000.0 + 0.5) as u32));
        Ok(())
    }

    fn serialize_str(self, value: &str) -> Result<(), Refused> {
        self.text(&value);
        Ok(())
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<(), Refused> {
        self.text(&value);
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Refused> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Refused> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Refused> {
        self.raw(&"null");
        Ok(())
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), Refused> {
        self.serialize_str(variant)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Open<'a>, Refused> {
        Ok(Open::list(self))
    }

    fn serialize_tuple(self, _: usize) -> Result<Open<'a>, Refused> {
        Ok(Open::list(self))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Open<'a>, Refused> {
        Ok(Open::object(self))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Open<'a>, Refused> {
        Ok(Open::object(self))
    }
}

impl Serializer for Key<'_> {
    refused_shapes!();
    type SerializeSeq = Impossible<(), Refused>;
    type SerializeTuple = Impossible<(), Refused>;
    type SerializeMap = Impossible<(), Refused>;
    type SerializeStruct = Impossible<(), Refused>;

    refused! {
        serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32,
        serialize_i64: i64, serialize_u8: u8, serialize_u16: u16, serialize_u32: u32,
        serialize_u64: u64, serialize_f32: f32, serialize_f64: f64,
    }

    fn serialize_str(self, key: &str) -> Result<(), Refused> {
        self.0.key(&camel(key));
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Refused> {
        Err(Refused)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, _: &T) -> Result<(), Refused> {
        Err(Refused)
    }

    fn serialize_unit(self) -> Result<(), Refused> {
        Err(Refused)
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), Refused> {
        self.serialize_str(variant)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self::SerializeSeq, Refused> {
        Err(Refused)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Refused> {
        Err(Refused)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Refused> {
        Err(Refused)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeStruct, Refused> {
        Err(Refused)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use motcua::time_limit::TimeLimit;

    #[test]
    fn a_limit_is_written_as_by_a_general_serializer() {
        for text in [
            "1,5 ngày làm việc",
            "Không quá 05 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ; trường hợp phức tạp có thể gia hạn 01 lần không quá 3 ngày",
            "Trong ngày, nhận sau 15 giờ trả vào ngày làm việc tiếp theo",
            "10 ngày",
            "",
        ] {
            let read = TimeLimit::parse(text);
            let mut json = Writer::default();
            assert!(read.serialize(&mut json).is_ok());
            let ours: serde_json::Value = serde_json::from_str(&json.finish()).unwrap();
            let general = serde_json::to_value(&read).unwrap();
            let fields = |value: &serde_json::Value| value.as_object().unwrap().len();
            assert_eq!(fields(&ours), fields(&general), "{text}");
            for (key, value) in general.as_object().unwrap() {
                let known = &ours[camel(key)];
                assert_eq!(known.is_null(), value.is_null(), "{text}: {key}");
            }
            for (one, other) in ours["limits"].as_array().iter().zip(general["limits"].as_array()) {
                for (one, other) in one.iter().zip(other) {
                    assert_eq!(one["value"], other["value"], "{text}");
                    assert_eq!(one["span"], other["span"], "{text}");
                }
            }
        }
    }
}
