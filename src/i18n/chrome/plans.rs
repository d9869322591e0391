//! The words about the plans of this browser.

use super::words;

words! {
    /// The words about the plans of this browser.
    Plans {
        plans: "Plans in this browser", "本浏览器中的方案";
        about: "Everything stays in this browser. Clearing its data removes the plans: export them from time to time.",
            "所有方案仅保存在本浏览器中，清除浏览器数据会一并删除，请定期导出备份。";
        none: "No plan is kept yet.", "还没有保存的方案。";
        absent: "This browser keeps no list of plans: save each as a file.", "本浏览器无法保存方案列表：请将方案保存为文件。";
        current: "Open now", "当前方案";
        open: "Open", "打开";
        rename: "Rename", "重命名";
        duplicate: "Duplicate", "创建副本";
        delete: "Delete", "删除";
        deleted: "Deleted", "已删除";
        undo: "Undo", "撤销";
        new_title: "New title", "新标题";
        no_connection: "No connection yet", "尚无连接";
        damaged: "Cannot be read", "无法读取";
        damaged_hint: "It is kept as it is; save what is there, or delete it.", "已原样保留；可导出其内容，或将其删除。";
        save_raw: "Save what is there", "导出原始内容";
        export_all: "Export all", "全部导出";
        import_all: "Import plans …", "导入方案…";
        exported: "Plans exported", "已导出方案";
        left_out: "cannot be read and are left out", "个无法读取，未导出";
        imported: "Plans imported", "已导入方案";
        not_imported: "plans of the file cannot be read", "个方案无法读取，未导入";
        no_bundle: "This file holds no plans of Reachplan.", "该文件不包含 Reachplan 方案。";
        failed: "The browser refuses: nothing has changed.", "浏览器拒绝了操作，未作更改。";
        unreadable: "A plan cannot be read. It is kept as it is in the list of plans.", "有一个方案无法读取，已原样保留在方案列表中。";
        followed: "This plan was changed in another tab and is shown as it is now", "该方案已在另一个标签页中修改，现显示最新版本";

        conflict: "Changed in another tab", "已在另一个标签页中修改";
        conflict_text: "Another tab has kept another version of this plan since you edited it here. Nothing is lost: keep both, or go on with the other one.",
            "在您编辑期间，另一个标签页保存了该方案的另一个版本。两个版本都没有丢失：可以都保留，也可以改用对方的版本。";
        keep_copy: "Keep mine as a copy", "将我的版本另存为副本";
        take_theirs: "Take the other version", "使用另一个版本";
        take_theirs_hint: "Undo brings your version back.", "可通过撤销找回您的版本。";
        deleted_elsewhere: "Deleted in another tab", "已在另一个标签页中删除";
        deleted_text: "Another tab has deleted this plan. It is still here in this tab and is not saved any more, unless you keep it.",
            "另一个标签页删除了该方案。它在本标签页中仍然可见，但不再保存，除非您选择保留。";
        keep_deleted: "Keep it", "保留方案";
        leave_deleted: "Close it", "关闭方案";
        not_saved_deleted: "Not saved: deleted in another tab", "未保存：已在另一个标签页中删除";
        not_saved_apart: "Not saved: changed in another tab", "未保存：已在另一个标签页中修改";
        choose: "Choose …", "选择…";
        not_saved_full: "Not saved: storage full", "未保存：存储空间已满";
        download: "Download", "下载";
    }
}
