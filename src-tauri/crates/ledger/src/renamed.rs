//! Another name for an account: a label outside the journal, which knows accounts by their number.

use crate::{AccountId, Ledger, LedgerError};

impl Ledger {
    /// Gives an account another name. Nothing of the journal changes, nor the position of the account.
    ///
    /// # Errors
    /// [`LedgerError::NameTaken`], [`LedgerError::NoAccount`], or another [`LedgerError`].
    pub async fn rename_account(&self, account: AccountId, name: &str) -> Result<(), LedgerError> {
        let mut writer = self.writer().await?;
        let renamed = sqlx::query!("UPDATE accounts SET name = ?2 WHERE id = ?1", account.0, name)
            .execute(&mut *writer)
            .await;
        match renamed {
            Ok(done) if done.rows_affected() == 1 => Ok(()),
            Ok(_) => Err(LedgerError::NoAccount(account.0)),
            Err(sqlx::Error::Database(error)) if error.is_unique_violation() => Err(LedgerError::NameTaken),
            Err(error) => Err(error.into()),
        }
    }
}
