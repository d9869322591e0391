//! Tables as programs export them: `,`, `;` or tabs between cells, cells in quotes, a header in English or Chinese. Turns
//! text into cells with their line and column; what the cells mean is asked elsewhere.

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Name,
    Instance,
    Product,
    Host,
    Port,
    Account,
    Region,
    Network,
    Entries,
}

/// Names of columns, without blanks and signs, in lower case.
const HEADERS: &[(Column, &[&str])] = &[
    (Column::Name, &["name", "datasource", "datasourcename", "名称", "数据源", "数据源名称"]),
    (Column::Instance, &["id", "instance", "instanceid", "clusterid", "实例", "实例id", "集群id"]),
    (
        Column::Product,
        &["product", "type", "engine", "datasourcetype", "产品", "类型", "产品类型", "数据源类型"],
    ),
    (
        Column::Host,
        &[
            "host",
            "hostname",
            "address",
            "addresses",
            "ip",
            "ipaddress",
            "endpoint",
            "hostoraddress",
            "主机",
            "主机名",
            "域名",
            "地址",
            "ip地址",
            "连接地址",
            "主机或地址",
        ],
    ),
    (Column::Port, &["port", "端口", "端口号"]),
    (
        Column::Account,
        &["account", "accountid", "uid", "owner", "账号", "账户", "主账号", "阿里云账号", "账号id"],
    ),
    (Column::Region, &["region", "regionid", "地域", "区域", "地域id"]),
    (
        Column::Network,
        &["network", "vpc", "vpcid", "vswitch", "vswitchid", "网络", "专有网络", "交换机", "所在网络"],
    ),
    (
        Column::Entries,
        &[
            "whitelist",
            "entry",
            "entries",
            "whitelistentry",
            "cidr",
            "白名单",
            "白名单条目",
            "条目",
            "ip白名单",
        ],
    ),
];

/// A line of a table.
pub(super) struct Row {
    /// The line that it begins in, from 1.
    pub(super) line: usize,
    /// Its cells, without blanks around them.
    pub(super) cells: Vec<String>,
    /// Whether a quote in it was never closed.
    pub(super) open: bool,
}

/// What a column of this name holds.
pub(super) fn column(name: &str) -> Option<Column> {
    let plain: String =
        name.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    HEADERS.iter().find(|(_, names)| names.contains(&plain.as_str())).map(|(column, _)| *column)
}

/// Whether a text is a table that says what its columns are.
pub(super) fn is_table(text: &str) -> bool {
    let Some(header) = rows(text.lines().next().unwrap_or_default()).into_iter().next() else {
        return false;
    };
    let known: Vec<Column> = header.cells.iter().filter_map(|cell| column(cell)).collect();
    known.len() > 1 && known.iter().any(|one| [Column::Name, Column::Instance, Column::Host].contains(one))
}

/// The lines of a table; empty ones are passed over.
pub(super) fn rows(text: &str) -> Vec<Row> {
    let separator = separator(text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default());
    let mut rows = Vec::new();
    let mut row = Row { line: 1, cells: Vec::new(), open: false };
    let (mut cell, mut quoted, mut line) = (String::new(), false, 1);
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        line += usize::from(sign == '\n');
        match sign {
            '"' if quoted && signs.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' if quoted => quoted = false,
            '"' if cell.trim().is_empty() => {
                cell.clear();
                quoted = true;
            }
            '\n' if !quoted => {
                end(&mut rows, &mut row, &mut cell, line, false);
            }
            sign if sign == separator && !quoted => {
                row.cells.push(std::mem::take(&mut cell).trim().to_owned());
            }
            sign => cell.push(sign),
        }
    }
    end(&mut rows, &mut row, &mut cell, line, quoted);
    rows
}

/// Ends a line; the next one begins in line `next`.
fn end(rows: &mut Vec<Row>, row: &mut Row, cell: &mut String, next: usize, open: bool) {
    row.cells.push(std::mem::take(cell).trim().to_owned());
    row.open = open;
    let fresh = Row { line: next, cells: Vec::new(), open: false };
    let done = std::mem::replace(row, fresh);
    if done.cells.iter().any(|cell| !cell.is_empty()) {
        rows.push(done);
    }
}

/// The sign between cells: of the three the one that the header has most.
fn separator(header: &str) -> char {
    let count = |sign: char| header.matches(sign).count();
    let most = [',', ';', '\t'].into_iter().rev().max_by_key(|sign| count(*sign));
    most.unwrap_or(',')
}
