//! What a document may hold, counted in one pass before anything is made of it, so that a hostile
//! one costs no memory.

use super::RequestError;

/// The longest request that is read, in bytes.
pub const MAX_REQUEST: usize = 64 * 1_024 * 1_024;
/// The most levels of lists and objects inside each other; operations know of a dozen.
pub const MAX_DEPTH: usize = 64;
/// The most objects in a request: 200,000 dossiers of three events. Each costs about 600 bytes.
pub const MAX_OBJECTS: usize = 1_000_000;
/// The most values in a request, each element and each field counted.
pub const MAX_VALUES: usize = 4_000_000;

/// Refuses a text that is too long, too deep, or of too many values.
///
/// It need not be JSON: outside of strings, brackets and commas are what is counted, and whoever
/// reads the text afterwards says what is wrong with it.
pub(crate) fn check(text: &str) -> Result<(), RequestError> {
    if text.len() > MAX_REQUEST {
        return Err(RequestError::TooLong { length: text.len() });
    }
    let (mut depth, mut objects, mut values) = (0_usize, 0_usize, 0_usize);
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' => skip_string(&mut bytes),
            b'[' | b'{' => {
                depth = depth.saturating_add(1);
                objects = objects.saturating_add(usize::from(byte == b'{'));
                values = values.saturating_add(1);
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            b',' => values = values.saturating_add(1),
            _ => continue,
        }
        if depth > MAX_DEPTH {
            return Err(RequestError::TooDeep);
        }
        if objects > MAX_OBJECTS {
            return Err(RequestError::TooMany { what: "objects", most: MAX_OBJECTS });
        }
        if values > MAX_VALUES {
            return Err(RequestError::TooMany { what: "values", most: MAX_VALUES });
        }
    }
    Ok(())
}

/// Goes on behind the end of a string.
fn skip_string(bytes: &mut core::str::Bytes<'_>) {
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' => return,
            b'\\' => _ = bytes.next(),
            _ => {}
        }
    }
}
