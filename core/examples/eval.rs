//! JSON lines in, JSON lines out: each line of the input is a request, each line of the output
//! its answer. A bad line gets an error line and the run goes on; the exit code tells whether
//! there was one.
//!
//! ```text
//! echo '{"op":"add_working_days","date":"2026-08-19","n":10}' |
//!     cargo run --release --features json --example eval
//! ```

use std::error::Error;
use std::io::{self, BufRead, Write};
use std::process::ExitCode;

use motcua::json::{Door, MAX_REQUEST};

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let door = Door::new()?;
    let mut input = io::stdin().lock();
    let mut output = io::BufWriter::new(io::stdout().lock());
    let mut all_good = true;
    let mut line = Vec::new();
    loop {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        let text = String::from_utf8_lossy(&line);
        if text.len() <= MAX_REQUEST && text.trim().is_empty() {
            continue;
        }
        let answer = door.answer(&text);
        all_good &= !answer.starts_with(r#"{"error""#);
        writeln!(output, "{answer}")?;
        // Someone may be talking to this line by line.
        if input.fill_buf().map_or(true, <[u8]>::is_empty) || line.len() < 4_096 {
            output.flush()?;
        }
    }
    output.flush()?;
    Ok(if all_good { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
