using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Notifications;

public sealed record ListNotificationTemplates : IQuery<TemplateList>;

public sealed record TemplateList(IReadOnlyList<TemplateItem> Items);

/// <summary>The words of one message, in Liquid.</summary>
/// <param name="Variables">What these words may name.</param>
public sealed record TemplateItem(Occasion Occasion, Voice Voice, SpokenLanguage Language, string Subject, string Body, IReadOnlyList<string> Variables, int Version)
{
    internal static TemplateItem Of(NotificationTemplate template) => new(
        template.Occasion, template.Voice, template.Language, template.Subject, template.Body, Wording.VariablesOf(template.Occasion), template.Version);
}

internal sealed class ListNotificationTemplatesHandler(AppDb db) : IRequestHandler<ListNotificationTemplates, TemplateList>
{
    public async Task<TemplateList> Handle(ListNotificationTemplates request, CancellationToken cancellationToken)
    {
        var templates = await db.NotificationTemplates.AsNoTracking().ToListAsync(cancellationToken);
        return new TemplateList([.. templates.OrderBy(t => t.Voice).ThenBy(t => t.Occasion).ThenBy(t => t.Language).Select(TemplateItem.Of)]);
    }
}
