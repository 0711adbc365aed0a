using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports.Duplicates;

/// <summary>Takes "saya juga" back, also when the report was merged since, or closed.</summary>
public sealed record WithdrawSupport(Guid ReportId, Guid SupporterKey) : ICommand<PublicSupport>;

internal sealed class WithdrawSupportHandler(AppDb db) : IRequestHandler<WithdrawSupport, PublicSupport>
{
    public async Task<PublicSupport> Handle(WithdrawSupport request, CancellationToken cancellationToken)
    {
        var shown = await db.PublicOrSurvivor(request.ReportId, cancellationToken);
        await (await db.SupportsBy(request.SupporterKey, shown.Id, cancellationToken)).ExecuteDeleteAsync(cancellationToken);
        return await db.SupportOf(shown.Id, cancellationToken);
    }
}
