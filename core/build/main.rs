//! Turns the dated facts of `data/` and the motions of Sun and Moon into tables that are compiled
//! in.

mod astronomy;
mod lunar;

use std::env;
use std::error::Error;
use std::io::{self, Write as _};
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    writeln!(io::stdout(), "cargo::rerun-if-changed=build")?;
    lunar::write(&folder)?;
    Ok(())
}
