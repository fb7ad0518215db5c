//! Back-ups on PostgreSQL: its programs, and the rights of the role.

use std::fs;

use crate::backup::{back_up, ok, refused};
use crate::harness::Program;
use crate::rehearsal::{rehearse, scene};

/// A program in front of the real one notes its arguments, which every user of a machine can read.
#[cfg(unix)]
#[test]
fn no_argument_of_a_program_has_the_password() {
    use std::os::unix::fs::PermissionsExt;

    let program = Program::new();
    if program.database.is_sqlite() {
        return;
    }
    ok(&program.run(&["migrate"], ""));
    let folder = program.folder().join("programs");
    fs::create_dir(&folder).expect("a folder");
    for name in ["pg_dump", "pg_restore", "psql"] {
        let script = format!(
            "#!/bin/sh\necho \"$PGPASSWORD {name} $*\" >>{}/noted\nPATH=/usr/bin:/bin exec {name} \"$@\"\n",
            folder.display()
        );
        fs::write(folder.join(name), script).expect("a program");
        fs::set_permissions(folder.join(name), fs::Permissions::from_mode(0o700)).expect("a mode");
    }
    let (scheme, rest) = program.database.url.split_once("://").expect("a URL");
    let (user, place) = rest.split_once('@').expect("a user");
    let url = format!("{scheme}://{user}:k%65ttle@{place}");
    let program = Program::on(program.database.clone())
        .with("DATABASE_URL", &url)
        .with("FRONTDESK_BACKUP__POSTGRES_PROGRAMS", &folder.display().to_string());
    let backup = back_up(&program, "backups").display().to_string();
    ok(&program.run(&["backup", "rehearse", &backup], ""));
    ok(&program.run(&["restore", &backup], ""));
    let noted = fs::read_to_string(folder.join("noted")).expect("notes");
    let connecting: Vec<&str> = noted.lines().filter(|line| line.contains("--dbname=")).collect();
    assert_eq!(connecting.len(), 3, "{noted}");
    for line in connecting {
        let (password, arguments) = line.split_once(' ').expect("a password");
        assert!(
            password == "kettle" && !arguments.contains("kettle") && !arguments.contains("k%65ttle"),
            "{line}"
        );
    }
}

#[test]
fn a_role_without_the_right_to_create_databases_is_told_so() {
    let (program, backup) = scene();
    let database = program.database.clone();
    if database.is_sqlite() {
        return;
    }
    let name = database.url.rsplit('/').next().and_then(|name| name.split('?').next()).expect("a name");
    let role = format!("{name}_rehearses");
    database.execute(&format!("CREATE ROLE {role} LOGIN"));
    let (scheme, rest) = database.url.split_once("://").expect("a URL");
    let place = rest.split_once('@').map_or(rest, |(_, place)| place);
    let limited = Program::on(database.clone()).with("DATABASE_URL", &format!("{scheme}://{role}@{place}"));
    let error = refused(&rehearse(&limited, &backup));
    assert!(error.contains(&format!("ALTER ROLE {role} CREATEDB")), "{error}");
    database.execute(&format!("DROP ROLE {role}"));
}

#[test]
fn the_programs_of_postgresql_are_asked_for_by_name() {
    let program = Program::new().with("FRONTDESK_BACKUP__POSTGRES_PROGRAMS", "/nowhere");
    if program.database.is_sqlite() {
        return;
    }
    ok(&program.run(&["migrate"], ""));
    let output = program.run(&["backup", "mine"], "");
    assert!(refused(&output).starts_with("pg_dump: is missing: install"));
    assert!(!program.folder().join("mine").exists());
}
