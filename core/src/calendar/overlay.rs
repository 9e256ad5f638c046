use super::{CalendarBuilder, CalendarError};
use serde::Deserialize;
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Overlay {}
impl Overlay {
    pub(crate) fn apply(self, b: CalendarBuilder) -> Result<CalendarBuilder, CalendarError> {
        Ok(b)
    }
}
