use super::{SegmentKind, Timeline};
use crate::calendar::CalendarError;
use crate::obligation::Promise;
use crate::regulation::Effect;
use crate::{Calendar, LocalTime};

/// Thời gian giải quyết — how long a dossier took the office, and how long it had.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TimeTaken {
    /// Office seconds in which the term ran.
    pub used: i64,
    /// The same up to the due time: what was used, and what was left or is over.
    pub had: i64,
}

impl Timeline {
    /// Thời gian giải quyết — how long the dossier took by an instant, against its promise; none
    /// before the term began.
    ///
    /// Interruptions count only where they let the term run. Of a term that began anew, what was
    /// used before counts on both sides.
    ///
    /// # Examples
    ///
    /// ```
    /// use motcua::dossier::{Dossier, Event};
    /// use motcua::obligation::Promise;
    /// use motcua::regulation::CountingPolicy;
    /// use motcua::time_limit::{Channel, Limit};
    /// use motcua::Calendar;
    ///
    /// let calendar = Calendar::vietnam()?;
    /// let finished = "2026-10-06T11:30".parse()?;
    /// let timeline = Dossier::new("HS-1", Limit::working_days(2), Channel::Online)
    ///     .event(Event::received("2026-10-05T07:30".parse()?))
    ///     .event(Event::finished(finished))
    ///     .evaluate(&calendar, &CountingPolicy::one_stop())?;
    /// let taken = timeline.time_taken(&calendar, Promise::Last, finished)?.unwrap_or_default();
    /// // A day and a half of three: due at the close of the second day after that of the receipt.
    /// assert_eq!((taken.used / 3_600, taken.had / 3_600), (12, 24));
    /// # Ok::<(), motcua::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`CalendarError::OutOfRange`] for instants outside the calendar.
    pub fn time_taken(
        &self,
        calendar: &Calendar,
        promise: Promise,
        at: LocalTime,
    ) -> Result<Option<TimeTaken>, CalendarError> {
        let Some(due) = self.promised(promise, at) else { return Ok(None) };
        let mut used = 0_i64;
        for segment in self.segments.iter().filter(|segment| segment.from < at) {
            let runs = match segment.kind {
                SegmentKind::Running => true,
                SegmentKind::Interrupted { effect, .. } => effect == Effect::Runs,
                SegmentKind::Reception | SegmentKind::NotStarted => false,
            };
            if runs {
                let to = segment.to.map_or(at, |to| to.min(at));
                used = used.saturating_add(calendar.count_working_seconds(segment.from, to)?);
            }
        }
        let left = if at <= due.at {
            calendar.count_working_seconds(at, due.at)?
        } else {
            let over = calendar.count_working_seconds(due.at, at)?;
            self.excused(calendar, due.at, at)?.saturating_sub(over)
        };
        Ok(Some(TimeTaken { used, had: used.saturating_add(left) }))
    }
}
