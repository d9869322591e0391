//! What is wrong with a link, and where one can be sent, in words.

use crate::i18n::{Language, problem_lines};
use crate::link::{FITS_MAIL, Fits, LinkProblem, PACKING};

/// Why a link does not open, with what would be right, in one sentence or more. Problems of the document inside stand
/// each on a line of its own.
pub fn link_problem(language: Language, problem: &LinkProblem) -> String {
    let (en, zh): (String, String) = match problem {
        LinkProblem::NotALink => (
            "This is not a link to a plan. Such a link has #p1. in it, followed by letters and digits.".into(),
            "这不是方案链接。方案链接中含有 #p1.，其后是字母和数字。".into(),
        ),
        LinkProblem::Newer { packing } => (
            format!("The link was made by a newer Reachplan (packing p{packing}; this one reads p{PACKING}). Open it there, or ask for the plan as a file."),
            format!("该链接由更新版本的 Reachplan 生成（格式 p{packing}，当前版本可读取 p{PACKING}）。请用新版本打开，或请对方发送方案文件。"),
        ),
        LinkProblem::Damaged => (
            "The link is damaged: some of its characters are not the ones that were written. Copy it again, or ask for it again.".into(),
            "链接已损坏：部分字符与生成时不一致。请重新复制，或请对方重新发送。".into(),
        ),
        LinkProblem::Truncated => (
            "The link is cut off: its end is missing. Copy the whole link, or ask for the plan as a file.".into(),
            "链接不完整：末尾部分缺失。请复制完整的链接，或请对方发送方案文件。".into(),
        ),
        LinkProblem::TooLarge { limit } => (
            format!("The link holds more than any plan: the limit is {limit}."),
            format!("链接内容超出方案的上限（{limit}）。"),
        ),
        LinkProblem::Document(problems) => {
            let lines = |language| {
                problem_lines(language, problems).iter().fold(String::new(), |said, line| said + "\n" + line)
            };
            (
                format!("The link is whole, but the plan in it cannot be read:{}", lines(Language::En)),
                format!("链接完整，但其中的方案无法读取：{}", lines(Language::Zh)),
            )
        }
    };
    language.pick(en, zh)
}

/// What a link of some length fits.
pub fn link_fits(language: Language, fits: Fits) -> String {
    match fits {
        Fits::Chat => language.pick("fits a chat message and mail".into(), "可用于聊天消息和邮件".into()),
        Fits::Mail => {
            language.pick("fits mail; some chats cut it off".into(), "可用于邮件；部分聊天工具会截断".into())
        }
        Fits::File => language.pick(
            format!("longer than {FITS_MAIL} characters: send the plan as a file instead"),
            format!("超过 {FITS_MAIL} 个字符：请改为发送方案文件"),
        ),
    }
}
