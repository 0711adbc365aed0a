using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Replies;

/// <summary>Writes a template, or writes it anew. One that is not there yet has version 0, so that nobody makes another's by mistake.</summary>
public sealed record ChangeReplyTemplate(Guid Id, int ExpectedVersion, NewReplyTemplate Template) : ICommand<ReplyTemplateItem>;

internal sealed class ChangeReplyTemplateHandler(AppDb db, CityWatch watch) : IRequestHandler<ChangeReplyTemplate, ReplyTemplateItem>
{
    public async Task<ReplyTemplateItem> Handle(ChangeReplyTemplate request, CancellationToken cancellationToken)
    {
        var (city, wanted) = (watch.Current, request.Template);
        var service = wanted.ServiceCode is { } code ? city.ServiceOr(code, "serviceCode").Code : null;
        Liquid.Check(wanted.Body, ReplyWords.Variables, "body");

        var template = await db.ReplyTemplates.SingleOrDefaultAsync(t => t.Id == request.Id, cancellationToken);
        if (request.ExpectedVersion != (template?.Version ?? 0))
        {
            throw template is null ? RuleViolation.NotFound() : AppDb.Stale(template.Version);
        }

        if (template is null)
        {
            template = new ReplyTemplate { Id = request.Id, Version = 0 };
            db.ReplyTemplates.Add(template);
        }

        (template.Status, template.ServiceCode, template.Title, template.Body) = (wanted.Status, service, wanted.Title.Trim(), wanted.Body.Trim());
        template.Version++;
        return ReplyTemplateItem.Of(template, city);
    }
}
