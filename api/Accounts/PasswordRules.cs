using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace KediriLapor.Accounts;

/// <summary>Long enough, and not made of what everybody tries first. No rule asks for a digit or a symbol (NIST SP 800-63B).</summary>
internal sealed class PasswordRules : IPasswordValidator<Account>
{
    public const int MinLength = 12;

    /// <summary>Bounds the hashing that a stranger can ask for; passphrases of a whole sentence fit.</summary>
    public const int MaxLength = 200;

    private const int MinDistinctCharacters = 5;

    /// <summary>Length is all that Identity's own validator checks.</summary>
    public static PasswordOptions Length => new()
    {
        RequiredLength = MinLength,
        RequiredUniqueChars = MinDistinctCharacters,
        RequireDigit = false,
        RequireLowercase = false,
        RequireUppercase = false,
        RequireNonAlphanumeric = false,
    };

    /// <summary>79 random bits in characters that are not mistaken for one another when read aloud or copied.</summary>
    public static string Random() => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 16);

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(IsWeak(password ?? "", user)
            ? IdentityResult.Failed(new IdentityError { Code = "weak_password", Description = "The password is a common one." })
            : IdentityResult.Success);

    /// <summary>
    /// Whether nothing is left of the password once common words, the person's own names, digits and signs are taken
    /// away: <c>Rahasia-Kediri-2025</c>, <c>p4ssw0rd!!!!</c>, a telephone number, a NIK.
    /// </summary>
    public static bool IsWeak(string password, Account account)
    {
        var words = WeakWords.Union(WordsOf(account.UserName)).Union(WordsOf(account.FullName)).ToHashSet();
        var lower = password.ToLowerInvariant();
        return ConsistsOf(words, Letters(lower)) || ConsistsOf(words, Letters(UndoLeet(lower)));
    }

    private static readonly HashSet<string> WeakWords = ReadWeakWords();

    private static HashSet<string> ReadWeakWords()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream("weak-words.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
    }

    private static bool ConsistsOf(HashSet<string> words, string letters)
    {
        var reachable = new bool[letters.Length + 1];
        reachable[0] = true;
        var longest = words.Max(word => word.Length);
        for (var end = 1; end <= letters.Length; end++)
            for (var start = Math.Max(0, end - longest); start < end && !reachable[end]; start++)
                reachable[end] = reachable[start] && words.Contains(letters[start..end]);
        return reachable[letters.Length];
    }

    private static IEnumerable<string> WordsOf(string? name) =>
        (name ?? "").ToLowerInvariant().Split([' ', '.', '-', '_'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 2);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter));

    // A number or stop at either end is a year, a counter, an ornament: not a letter in disguise.
    private static string UndoLeet(string text) => string.Concat(text.Trim([.. "0123456789!?.,-_ "]).Select(sign => sign switch
    {
        '0' => 'o',
        '1' or '!' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        _ => sign,
    }));
}
