using System.ComponentModel.DataAnnotations;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Notifications;

/// <summary>New words, in Liquid.</summary>
public sealed record NewWords
{
    [Required(ErrorMessage = "required")]
    [MaxLength(NotificationTemplate.SubjectMax, ErrorMessage = "too_long")]
    public string Subject { get; init; } = "";

    [Required(ErrorMessage = "required")]
    [MaxLength(NotificationTemplate.BodyMax, ErrorMessage = "too_long")]
    public string Body { get; init; } = "";
}

/// <summary>Which template: as in the address.</summary>
public sealed record TemplateKey(Occasion Occasion, Voice Voice, SpokenLanguage Language)
{
    /// <exception cref="RuleViolation">404 for words that are none of ours.</exception>
    internal static TemplateKey Parse(string occasion, string voice, string language) => new(Word<Occasion>(occasion), Word<Voice>(voice), Word<SpokenLanguage>(language));

    private static TEnum Word<TEnum>(string text)
        where TEnum : struct, Enum =>
        text.All(char.IsLetter) && Enum.TryParse<TEnum>(text, ignoreCase: true, out var word) ? word : throw RuleViolation.NotFound();
}

public sealed record ChangeNotificationTemplate(TemplateKey Key, int ExpectedVersion, NewWords Words) : ICommand<TemplateItem>;

internal sealed class ChangeNotificationTemplateHandler(AppDb db) : IRequestHandler<ChangeNotificationTemplate, TemplateItem>
{
    public async Task<TemplateItem> Handle(ChangeNotificationTemplate request, CancellationToken cancellationToken)
    {
        var (key, words) = (request.Key, request.Words);
        var template = await db.NotificationTemplates.SingleOrDefaultAsync(t => t.Occasion == key.Occasion && t.Voice == key.Voice && t.Language == key.Language, cancellationToken)
            ?? throw RuleViolation.NotFound();
        if (template.Version != request.ExpectedVersion)
        {
            throw AppDb.Stale(template.Version);
        }

        Wording.Check(key, words.Subject, words.Body);
        (template.Subject, template.Body, template.Version) = (words.Subject, words.Body, template.Version + 1);
        return TemplateItem.Of(template);
    }
}
