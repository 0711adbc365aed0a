using System.Collections.Frozen;

namespace KediriLapor.WhatsApp;

/// <summary>What a person wants by a message of one word.</summary>
internal enum Wish
{
    Stop,
    Resume,
    Help,
    Send,
    Drop,
    Fresh,
    Question,
    Anonymous,
    Confidential,
}

internal static class Wishes
{
    private static readonly FrozenDictionary<string, Wish> Known = new Dictionary<string, Wish>
    {
        ["stop"] = Wish.Stop,
        ["berhenti"] = Wish.Stop,
        ["unsubscribe"] = Wish.Stop,
        ["mulai"] = Wish.Resume,
        ["start"] = Wish.Resume,
        ["kirim"] = Wish.Send,
        ["batal"] = Wish.Drop,
        ["baru"] = Wish.Fresh,
        ["lapor"] = Wish.Fresh,
        ["laporan baru"] = Wish.Fresh,
        ["tanya"] = Wish.Question,
        ["anonim"] = Wish.Anonymous,
        ["rahasia"] = Wish.Confidential,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>How people begin: answered with what one can do here.</summary>
    private static readonly FrozenSet<string> Greetings = new[]
    {
        "halo", "hallo", "hai", "hi", "p", "ping", "tes", "test", "assalamualaikum", "assalamu'alaikum", "selamat pagi", "selamat siang", "selamat sore", "selamat malam",
        "permisi", "bantuan", "help", "menu", "info", "min", "admin", "halo admin", "halo min",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>A greeting cut short, unless it answers a question.</summary>
    private static readonly FrozenSet<string> TimesOfDay = new[] { "pagi", "siang", "sore", "malam" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool MayAnswer(string? text) => TimesOfDay.Contains(WordOf(text));

    public static Wish? Of(string? text)
    {
        var word = WordOf(text);
        return Known.TryGetValue(word, out var wish) ? wish : Greetings.Contains(word) || TimesOfDay.Contains(word) ? Wish.Help : null;
    }

    private static string WordOf(string? text) =>
        string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim('.', '!', '?', '"', '“', '”');
}
