using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Replies;

public sealed record RemoveReplyTemplate(Guid Id, int ExpectedVersion) : ICommand<Unit>;

internal sealed class RemoveReplyTemplateHandler(AppDb db) : IRequestHandler<RemoveReplyTemplate, Unit>
{
    public async Task<Unit> Handle(RemoveReplyTemplate request, CancellationToken cancellationToken)
    {
        var template = await db.ReplyTemplates.SingleOrDefaultAsync(t => t.Id == request.Id, cancellationToken) ?? throw RuleViolation.NotFound();
        if (template.Version != request.ExpectedVersion)
        {
            throw AppDb.Stale(template.Version);
        }

        db.ReplyTemplates.Remove(template);
        return Unit.Value;
    }
}
