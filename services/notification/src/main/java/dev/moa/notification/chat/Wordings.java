package dev.moa.notification.chat;

import dev.moa.notification.preference.Language;

/** What the bot says beside notifications, as Telegram HTML. */
final class Wordings {

    private Wordings() {}

    static String howToLink(Language language) {
        return language.pick(
                "I only talk to linked chats. Sign in to your Moa, open Settings → Telegram and follow the link there."
                        + " It works once, for 15 minutes.",
                "연결된 채팅에만 답합니다. Moa에 로그인해 설정 → 텔레그램에서 링크를 열어 주세요." + " 링크는 15분 동안 한 번만 쓸 수 있습니다.");
    }

    static String linked(Language language) {
        return language.pick(
                        "✅ This chat is linked. Every fill will be told here.\n\n",
                        "✅ 채팅이 연결되었습니다. 체결될 때마다 여기로 알려 드립니다.\n\n")
                + help(language);
    }

    static String codeRefused(Language language) {
        return language.pick(
                "This code does not count (any more). The chat stays linked as it was.",
                "사용할 수 없는 코드입니다. 지금의 연결은 그대로입니다.");
    }

    static String chatTaken(Language language) {
        return language.pick(
                "This chat is linked to another account. Send /unlink first, then follow the link again.",
                "이 채팅은 다른 계정에 연결되어 있습니다. 먼저 /unlink 를 보낸 뒤 링크를 다시 열어 주세요.");
    }

    static String unlinked(Language language) {
        return language.pick(
                "This chat is no longer linked. Nothing more will be told here.", "연결이 해제되었습니다. 더 이상 알림을 보내지 않습니다.");
    }

    /** To a chat that lost its link to another one; it may be another person's by now, so in both languages. */
    static String movedAway() {
        return "Moa: another chat was linked instead of this one. · 다른 채팅이 대신 연결되었습니다.";
    }

    static String help(Language language) {
        return language.pick("""
                /status – balance and today's profit
                /positions – open positions
                /approvals – orders that wait for you
                /unlink – stop hearing from me here
                /help – this list""", """
                /status – 자산과 오늘의 손익
                /positions – 보유 포지션
                /approvals – 승인을 기다리는 주문
                /unlink – 이 채팅의 연결 해제
                /help – 도움말""");
    }

    static String test(Language language) {
        return language.pick("🔔 A test message from Moa.", "🔔 Moa 테스트 메시지입니다.");
    }

    static String tradingAway(Language language) {
        return language.pick(
                "The trading service does not answer right now. Your orders are safe; please ask again in a minute.",
                "지금은 거래 서비스가 응답하지 않습니다. 주문은 안전합니다. 잠시 후 다시 시도해 주세요.");
    }

    static String notAllowed(Language language) {
        return language.pick("Your account may not see this right now.", "지금은 이 정보를 볼 수 없는 계정입니다.");
    }
}
