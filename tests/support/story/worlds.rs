//! Where stories play: policies, levels, prices and offers.

use rulebook::{FileError, replay::Scenario};

/// Services, regions and projects of the policies with calls.
pub const SERVICES: [&str; 2] = ["passport-ocr", "id-card-ocr"];
pub const REGIONS: [&str; 2] = ["ap-southeast-1", "ap-southeast-3"];
pub const PROJECTS: [&str; 3] = ["", "p-7", "p-8"];
/// Applications of the policy with attendance.
pub const APPLICATIONS: [&str; 2] = ["app-1", "app-2"];
/// Offers of both kinds; one is none.
pub const CALL_OFFERS: [&str; 5] = ["small", "bound", "monthly", "free", "none"];
pub const MINUTE_OFFERS: [&str; 3] = ["month", "trial", "quarter"];

const CALLS: &str = r#"
[[price]]
service = "passport-ocr"
region = "ap-southeast-1"
tiers = [{ up_to = 150, unit_price = "0.0233333333" }, { unit_price = "0.01" }]
[[price]]
service = "passport-ocr"
region = "ap-southeast-3"
unit_price = "0.03"
[[price]]
service = "id-card-ocr"
region = "ap-southeast-1"
unit_price = "0.005"
[[price]]
service = "id-card-ocr"
region = "ap-southeast-1"
unit_price = "0.007"
from = "2024-06-15T00:30:00+08:00"
[[offer]]
sku = "small"
service = "passport-ocr"
region = "ap-southeast-1"
quota = 300
term = "1y"
price = "1.50"
[[offer]]
sku = "bound"
service = "passport-ocr"
region = "ap-southeast-1"
quota = 200
term = "2d"
price = "1.00"
project = "p-7"
[[offer]]
sku = "monthly"
service = "id-card-ocr"
region = "ap-southeast-1"
quota = 250
term = "1m"
price = "1.20"
hours = "20-04"
[[offer]]
sku = "free"
service = "passport-ocr"
region = "ap-southeast-3"
quota = 40
term = "10d"
price = "0.00"
source = "free"
"#;

const MINUTES: &str = r#"
[[price]]
service = "lcic"
unit_price = "0.0155"
[[offer]]
sku = "month"
service = "lcic"
quota = 200
term = "1m"
price = "1.50"
[[offer]]
sku = "quarter"
service = "lcic"
quota = 150
term = "3m"
price = "4.00"
[[offer]]
sku = "trial"
service = "lcic"
quota = 30
term = "10d"
price = "0.00"
source = "free"
"#;

/// Policy, level, currency.
const WORLDS: [(&str, &str, &str); 6] = [
    ("huawei-ocr-intl", "V1", "USD"),
    ("tencent-lcic", "V1", "USD"),
    ("huawei-ocr-cn", "V0", "CNY"),
    ("tencent-lcic", "V1", "USD"),
    ("huawei-ocr-cn", "V3", "CNY"),
    ("huawei-ocr-intl", "V1", "USD"),
];

/// The scenario of a seed without its steps.
///
/// # Errors
/// That the text above is wrong.
pub fn of(seed: u64) -> Result<Scenario, FileError> {
    let index = usize::try_from(seed % WORLDS.len() as u64).unwrap_or(0);
    let (policy, level, currency) = WORLDS[index];
    let offers = if policy == "tencent-lcic" { MINUTES } else { CALLS };
    let text = format!(
        "title = \"Life {seed}\"\nrules = [\"H-97\"]\npolicy = \"{policy}\"\n[account]\nlevel = \"{level}\"\n\
         currency = \"{currency}\"\nopening_balance = \"15.00\"\nopened_at = \"2024-01-30T22:10:00+08:00\"\n{offers}"
    );
    Scenario::parse("worlds.rs", &text)
}
