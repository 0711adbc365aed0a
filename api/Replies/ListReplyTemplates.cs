using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Replies;

/// <summary>Every template as it is written, for whoever writes them.</summary>
public sealed record ListReplyTemplates : IQuery<ReplyTemplateList>;

/// <param name="Variables">What a body may name.</param>
public sealed record ReplyTemplateList(IReadOnlyList<ReplyTemplateItem> Items, IReadOnlyList<string> Variables);

/// <param name="Service">Null for every service.</param>
public sealed record ReplyTemplateItem(Guid Id, ReportStatus Status, Named? Service, string Title, string Body, int Version)
{
    internal static ReplyTemplateItem Of(ReplyTemplate template, City city) => new(
        template.Id, template.Status, template.ServiceCode is { } code ? city.ServiceNamed(code) : null, template.Title, template.Body, template.Version);
}

internal sealed class ListReplyTemplatesHandler(AppDb db, CityWatch watch) : IRequestHandler<ListReplyTemplates, ReplyTemplateList>
{
    public async Task<ReplyTemplateList> Handle(ListReplyTemplates request, CancellationToken cancellationToken)
    {
        var city = watch.Current;
        var templates = await db.ReplyTemplates.AsNoTracking().ToListAsync(cancellationToken);
        return new ReplyTemplateList(
            [.. templates.OrderBy(t => t.Status).ThenBy(t => t.ServiceCode).ThenBy(t => t.Title).Select(t => ReplyTemplateItem.Of(t, city))], ReplyWords.Variables);
    }
}
