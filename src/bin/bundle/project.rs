//! Where the project stands, and the programs that a build of it runs.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;

/// The project that is being built.
#[derive(Debug)]
pub struct Project {
    /// The folder with `Cargo.toml`.
    pub root: PathBuf,
    /// Where the wasm build keeps its intermediate files: apart from the tool's, so that neither undoes the other.
    pub target: PathBuf,
    /// The cargo that runs us, or the one on the path.
    pub cargo: PathBuf,
}

impl Project {
    /// The project that cargo runs us for, or the one we stand in.
    pub fn find() -> Result<Project, Failure> {
        let root = match env::var_os("CARGO_MANIFEST_DIR") {
            Some(folder) => PathBuf::from(folder),
            None => env::current_dir().map_err(|error| Failure::file(Path::new("."), &error))?,
        };
        if !root.join("src/bin/bundle").is_dir() {
            return Err(Failure::new(format!("{} is not the Peerglass project", root.display()))
                .fix("Run `cargo bundle` in the folder that holds its Cargo.toml."));
        }
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(mut folder) => {
                folder.push("-wasm");
                root.join(folder)
            }
            None => root.join("target-wasm"),
        };
        let cargo = env::var_os("CARGO").map_or_else(|| PathBuf::from("cargo"), PathBuf::from);
        Ok(Project { root, target, cargo })
    }

    /// The content of one of the project's files.
    pub fn read(&self, path: &str) -> Result<Vec<u8>, Failure> {
        let path = self.root.join(path);
        fs::read(&path).map_err(|error| Failure::file(&path, &error))
    }

    /// The text of one of the project's files.
    pub fn read_text(&self, path: &str) -> Result<String, Failure> {
        let path = self.root.join(path);
        fs::read_to_string(&path).map_err(|error| Failure::file(&path, &error))
    }

    /// A folder for files that are between two programs.
    pub fn workbench(&self) -> Result<PathBuf, Failure> {
        let folder = self.target.join("workbench");
        fs::create_dir_all(&folder).map_err(|error| Failure::file(&folder, &error))?;
        Ok(folder)
    }
}

/// Runs a command to its end, its messages going where ours go.
pub fn run(command: &mut Command) -> Result<(), Failure> {
    let name = command.get_program().to_string_lossy().into_owned();
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failure::new(format!("{name} failed ({status}); its messages stand above"))),
        Err(error) => Err(Failure::new(format!("{name} cannot be started: {error}"))),
    }
}

/// Runs a command and returns the first line that it prints, or nothing if it does not succeed.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.output().ok().filter(|output| output.status.success())?;
    let text = String::from_utf8(output.stdout).ok()?;
    Some(text.lines().next().unwrap_or_default().trim().to_owned())
}
