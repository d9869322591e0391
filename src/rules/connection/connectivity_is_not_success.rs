//! The rule `connectivity-is-not-success`: its explanation and its check.

use crate::rules::explanation::text;
use crate::rules::reference::BASE;
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::ConnectivityIsNotSuccess,
    severities: &[Severity::Info],
    situation: text(
        "A path that is open does not promise that a task succeeds.",
        "网络连通不代表任务一定成功。",
    ),
    checks: text("Nothing: it is said with every connection.", "不作检查，每条连接都会给出该提示。"),
    why: text("Accounts, permissions and data decide as well.", "任务是否成功还取决于账号、权限和数据。"),
    example: text("The path is open, and the password is wrong.", "网络已连通，但密码错误。"),
    remedy: text(
        "Run the connectivity test, then run the task once before it goes into production.",
        "先做连通性测试，再试跑一次任务，然后上线。",
    ),
    sources: &[Source::Stated(BASE.at("Precautions"))],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let at = [case.group(), case.source()];
    sink.push(Finding::new(Code::ConnectivityIsNotSuccess, Severity::Info, at, Says::Plain));
}
