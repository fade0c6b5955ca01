//! Makes an empty database from the migrations, against which the compiler checks every query.

use std::{env, error::Error, fs, path::Path};

use sqlx::{Connection, SqliteConnection, migrate::Migrator, sqlite::SqliteConnectOptions};

const MIGRATIONS: &str = "../../../migrations";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={MIGRATIONS}");
    println!("cargo:rerun-if-changed=build.rs");

    let database = Path::new(&env::var("OUT_DIR")?).join("schema.sqlite");
    if database.exists() {
        fs::remove_file(&database)?;
    }
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(migrate(&database))?;
    println!("cargo:rustc-env=DATABASE_URL=sqlite://{}", database.display());
    Ok(())
}

async fn migrate(database: &Path) -> Result<(), Box<dyn Error>> {
    let options = SqliteConnectOptions::new().filename(database).create_if_missing(true);
    let mut connection = SqliteConnection::connect_with(&options).await?;
    Migrator::new(Path::new(MIGRATIONS)).await?.run(&mut connection).await?;
    connection.close().await?;
    Ok(())
}
