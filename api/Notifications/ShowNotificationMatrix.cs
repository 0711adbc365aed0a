using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Notifications;

public sealed record ShowNotificationMatrix : IQuery<MatrixShown>;

/// <summary>Who is told what. A combination that is not listed is silence.</summary>
public sealed record MatrixShown(IReadOnlyList<NotificationRule> Rules, int Version)
{
    internal static MatrixShown Of(NotificationMatrix matrix) =>
        new([.. matrix.Rules.OrderBy(rule => rule.Occasion).ThenBy(rule => rule.Recipient).ThenBy(rule => rule.Medium)], matrix.Version);
}

internal sealed class ShowNotificationMatrixHandler(AppDb db) : IRequestHandler<ShowNotificationMatrix, MatrixShown>
{
    public async Task<MatrixShown> Handle(ShowNotificationMatrix request, CancellationToken cancellationToken) =>
        MatrixShown.Of(await db.NotificationMatrix.AsNoTracking().SingleAsync(cancellationToken));
}
