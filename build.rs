//! Rebuilds when a folder that is compiled into the binary gains or loses a file.

fn main() {
    for folder in ["locales", "migrations", "static", "templates"] {
        println!("cargo:rerun-if-changed={folder}");
    }
}
