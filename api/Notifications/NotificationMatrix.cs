namespace KediriLapor.Notifications;

/// <summary>On this occasion this recipient hears by this medium in this language. What no rule says is silence.</summary>
public sealed record NotificationRule(Occasion Occasion, Recipient Recipient, Medium Medium, SpokenLanguage Language);

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
