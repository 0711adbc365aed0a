using KediriLapor.Persistence;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Notifications;

/// <summary>On this occasion this recipient hears by this medium in this language. What no rule says is silence.</summary>
public sealed record NotificationRule(Occasion Occasion, Recipient Recipient, Medium Medium, SpokenLanguage Language)
{
    /// <summary>One recipient hears of one occasion once by one medium, in whichever language.</summary>
    internal string Key => $"{Occasion}.{Recipient}.{Medium}";
}

/// <summary>Who is told what, by which way and in which language: one document that an admin edits as a whole.</summary>
public sealed class NotificationMatrix
{
    /// <summary>The one row.</summary>
    public const int TheOne = 1;

    public int Id { get; init; } = TheOne;

    public List<NotificationRule> Rules { get; set; } = [];

    public int Version { get; set; } = 1;

    internal IEnumerable<NotificationRule> On(Occasion occasion) => Rules.Where(rule => rule.Occasion == occasion);
}

internal static class Matrices
{
    /// <summary>Adds to the matrix, or to a first one, the rules about which it says nothing yet.</summary>
    /// <returns>How many.</returns>
    public static async Task<int> Offer(this AppDb db, IReadOnlyList<NotificationRule> rules, CancellationToken ct)
    {
        if (await db.NotificationMatrix.SingleOrDefaultAsync(ct) is not { } matrix)
        {
            db.NotificationMatrix.Add(new NotificationMatrix { Rules = [.. rules] });
            return rules.Count;
        }

        var said = matrix.Rules.Select(rule => rule.Key).ToHashSet();
        var fresh = rules.Where(rule => said.Add(rule.Key)).ToArray();
        if (fresh.Length > 0)
        {
            // an admin who has the page open since before has not seen them
            (matrix.Rules, matrix.Version) = ([.. matrix.Rules, .. fresh], matrix.Version + 1);
        }

        return fresh.Length;
    }
}
