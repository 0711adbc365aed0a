using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Open311;

/// <summary>The id behind a token. Every service here answers with an id at once, so a token is an id that was given.</summary>
internal sealed record ResolveToken(string Token, bool Test) : IQuery<Guid>;

internal sealed class ResolveTokenHandler(AppDb db) : IRequestHandler<ResolveToken, Guid>
{
    public async Task<Guid> Handle(ResolveToken request, CancellationToken cancellationToken) =>
        Guid.TryParse(request.Token, out var id)
        && (request.Test ? await db.TestRequests.AnyAsync(t => t.Id == id, cancellationToken) : await db.Reports.AnyAsync(r => r.Id == id, cancellationToken))
            ? id
            : throw Refusal.NotFound("token was not found");
}
