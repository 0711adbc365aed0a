namespace KediriLapor.Notifications;

/// <summary>The words for one occasion, voice and language, as Liquid; a subject of one line and a plain text.</summary>
public sealed class NotificationTemplate
{
    public const int SubjectMax = 150;
    public const int BodyMax = 2000;

    public Occasion Occasion { get; init; }

    public Voice Voice { get; init; }

    public SpokenLanguage Language { get; init; }

    public string Subject { get; set; } = "";

    public string Body { get; set; } = "";

    public int Version { get; set; } = 1;
}
