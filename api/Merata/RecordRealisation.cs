using System.ComponentModel.DataAnnotations;
using KediriLapor.Accounts;
using KediriLapor.Merata.Model;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;

namespace KediriLapor.Merata;

/// <summary>What was spent on a line of the plan.</summary>
public sealed record NewSpentLine
{
    [Required(ErrorMessage = "required")]
    [MaxLength(Work.NameMax, ErrorMessage = "too_long")]
    public string Name { get; init; } = "";

    /// <summary>Whole rupiah, from 0 on; another figure is a 422 that names its line.</summary>
    public required long Realised { get; init; }

    /// <summary>Why more than planned; needed then.</summary>
    [MaxLength(Work.ReasonMax, ErrorMessage = "too_long")]
    public string? Reason { get; init; }
}

/// <summary>What was spent and built so far.</summary>
public sealed record NewRealisation
{
    /// <summary>In the plan's unit.</summary>
    [Range(0.0, Work.VolumeMax, ErrorMessage = "out_of_range")]
    public double? Volume { get; init; }

    /// <summary>By the names of the plan's lines; what is left out stays as it is.</summary>
    [MaxLength(Work.LinesMax, ErrorMessage = "too_many")]
    public IReadOnlyList<NewSpentLine> Budget { get; init; } = [];
}

public sealed record RecordRealisation(Guid WorkId, int ExpectedVersion, NewRealisation Realisation) : ICommand<WorkStanding>;

internal sealed class RecordRealisationHandler(AppDb db, CurrentActor actor, TimeProvider time) : IRequestHandler<RecordRealisation, WorkStanding>
{
    public async Task<WorkStanding> Handle(RecordRealisation request, CancellationToken cancellationToken)
    {
        var (sent, who) = (request.Realisation, actor.Value);
        var (work, roles) = await db.WorkToChange(request.WorkId, request.ExpectedVersion, who, cancellationToken);
        work.Realise(
            [.. sent.Budget.Select(line => new SpentLine(line.Name.Trim(), line.Realised, WorkDraft.Said(line.Reason)))], sent.Volume is { } volume ? WorkDraft.Rounded(volume) : null, who, time.Now());
        return WorkStanding.Of(work, roles);
    }
}
