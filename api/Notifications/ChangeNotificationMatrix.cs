using System.ComponentModel.DataAnnotations;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Notifications;

/// <summary>The whole matrix anew.</summary>
public sealed record NewMatrix
{
    [Required(ErrorMessage = "required")]
    [MaxLength(500, ErrorMessage = "too_many")]
    public required IReadOnlyList<NewRule> Rules { get; init; }
}

public sealed record NewRule(Occasion Occasion, Recipient Recipient, Medium Medium, SpokenLanguage Language);

public sealed record ChangeNotificationMatrix(int ExpectedVersion, NewMatrix Matrix) : ICommand<MatrixShown>;

internal sealed class ChangeNotificationMatrixHandler(AppDb db) : IRequestHandler<ChangeNotificationMatrix, MatrixShown>
{
    public async Task<MatrixShown> Handle(ChangeNotificationMatrix request, CancellationToken cancellationToken)
    {
        var matrix = await db.NotificationMatrix.SingleAsync(cancellationToken);
        if (matrix.Version != request.ExpectedVersion)
        {
            throw AppDb.Stale(matrix.Version);
        }

        var rules = request.Matrix.Rules.Distinct().Select(rule => new NotificationRule(rule.Occasion, rule.Recipient, rule.Medium, rule.Language)).ToArray();
        var worded = (await db.NotificationTemplates.Select(t => new { t.Occasion, t.Voice, t.Language }).ToListAsync(cancellationToken))
            .Select(t => (t.Occasion, t.Voice, t.Language)).ToHashSet();
        // a link goes to who asked for it; no rule could add anybody
        if (rules.FirstOrDefault(rule => rule.Occasion == Occasion.OwnReports || rule.Recipient.Voice(rule.Medium) is not { } voice || !worded.Contains((rule.Occasion, voice, rule.Language))) is { } mute)
        {
            throw new RuleViolation("no_template", field: "rules").With("rule", mute);
        }

        // the same message twice in two languages is nobody's wish
        if (rules.GroupBy(rule => (rule.Occasion, rule.Recipient, rule.Medium)).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new RuleViolation("one_language", field: "rules").With("rule", twice.First());
        }

        matrix.Rules = [.. rules];
        matrix.Version++;
        return MatrixShown.Of(matrix);
    }
}
