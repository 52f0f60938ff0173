//! Name and scale of a criterion.

use egui::{RichText, Ui, vec2};

use super::frame::{Form, Inputs};
use super::ownership::OwnershipForm;
use super::scale::{ScaleForm, Setting, quiet_ui};
use super::twin::{TwinText, half};
use crate::model::{
    Account, Comparison, ComparisonId, Criterion, CriterionId, Dimension, Edit, Lang, Paid, Scale, ScaleKind,
    blank_criterion,
};
use crate::ui::theme::Colors;
use crate::ui::{Screen, field};
use crate::words::Words;

/// Offers named in a warning before it only counts them.
const NAMES_SHOWN: usize = 4;
/// Room for a warning and a hint.
const REMARKS_HEIGHT: f32 = 34.0;

/// Where the criterion stands, or will.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Place {
    At(CriterionId),
    New { at: usize },
}

/// The offers that a scale would take a level from, found once per scale.
#[derive(Clone, Debug, Default, PartialEq)]
struct Lost {
    scale: Option<Scale>,
    names: Vec<String>,
    more: usize,
}

/// What is typed of a criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct CriterionForm {
    comparison: ComparisonId,
    place: Place,
    dimension: Dimension,
    name: TwinText,
    note: TwinText,
    scale: ScaleForm,
    price: bool,
    ownership: OwnershipForm,
    lost: Lost,
    error: Option<String>,
}

impl CriterionForm {
    /// The form with what a criterion says now; blank where it is gone.
    #[must_use]
    pub fn edit(comparison: &Comparison, criterion: CriterionId, lang: Lang) -> Self {
        let found = comparison.criterion(criterion);
        let dimension = found.map_or(Dimension::Product, |c| c.dimension);
        let form = Self::new(comparison, Place::At(criterion), dimension, found, lang);
        Self { price: comparison.header.price == Some(criterion), ..form }
    }

    /// The form of a criterion that will stand at `at` in `dimension`.
    #[must_use]
    pub fn add(comparison: &Comparison, dimension: Dimension, lang: Lang, at: usize) -> Self {
        Self::new(comparison, Place::New { at }, dimension, None, lang)
    }

    fn new(comparison: &Comparison, place: Place, dimension: Dimension, found: Option<&Criterion>, lang: Lang) -> Self {
        let text = |text: Option<&crate::model::Text>| {
            let mut twin = text.map(TwinText::of).unwrap_or_default();
            twin.turn(lang);
            twin
        };
        let scale = ScaleForm::of(found.map(|c| &c.scale), setting(comparison, dimension));
        Self {
            comparison: comparison.id(),
            place,
            dimension,
            name: text(found.map(|c| &c.name)),
            note: text(found.map(|c| &c.note)),
            scale,
            price: false,
            ownership: OwnershipForm::of(comparison),
            lost: Lost::default(),
            error: None,
        }
    }

    fn is_new(&self) -> bool {
        matches!(self.place, Place::New { .. })
    }

    fn kind_row_ui(&mut self, ui: &mut Ui, words: &Words, comparison: &Comparison) {
        ui.horizontal_top(|ui| {
            if self.is_new() {
                let options: Vec<String> = Dimension::ALL
                    .into_iter()
                    .map(|d| words.dimension(d, &comparison.header.dimensions[d.index()]))
                    .collect();
                let width = half(ui, Self::WIDTH);
                let label = words.t("dialog-dimension");
                if let Some(i) = field::choice_ui(ui, &label, &options, self.dimension.index(), width) {
                    self.move_to(Dimension::ALL[i], comparison);
                }
            }
            self.scale.kind_ui(ui, words, setting(comparison, self.dimension));
        });
    }

    /// A place at the end of another dimension: the one asked for was a place in the first.
    fn move_to(&mut self, dimension: Dimension, comparison: &Comparison) {
        self.dimension = dimension;
        self.place = Place::New { at: comparison.criteria_of(dimension).count() };
    }

    fn settings_ui(&mut self, ui: &mut Ui, inputs: &mut Inputs<'_>, comparison: &Comparison) {
        let setting = setting(comparison, self.dimension);
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing = vec2(12.0, 10.0);
            if self.scale.kind == ScaleKind::Money {
                self.money_ui(ui, inputs, comparison);
            } else {
                self.scale.settings_ui(ui, inputs, setting, Self::WIDTH);
            }
        });
    }

    fn money_ui(&mut self, ui: &mut Ui, inputs: &mut Inputs<'_>, comparison: &Comparison) {
        let words = inputs.words;
        ui.horizontal_top(|ui| {
            field::captioned_ui(ui, &words.t("scale-paid"), |ui| self.paid_ui(ui, words));
            self.ownership.terms.row_ui(ui, inputs, 260.0);
            field::captioned_ui(ui, "", |ui| self.price_ui(ui, words, comparison));
        });
        if comparison.header.account == Account::Points {
            self.ownership.curve_ui(ui, inputs, comparison.header.currency, Self::WIDTH);
        }
        quiet_ui(ui, &words.t("scale-money-hint"));
    }

    fn paid_ui(&mut self, ui: &mut Ui, words: &Words) {
        let options = [words.t("scale-paid-once"), words.t("scale-paid-yearly")];
        let chosen = usize::from(self.scale.paid == Paid::Yearly);
        match field::segmented_ui(ui, &words.t("scale-paid"), &options, chosen) {
            Some(0) => self.scale.paid = Paid::Once,
            Some(_) => self.scale.paid = Paid::Yearly,
            None => {}
        }
    }

    /// The price is chosen, not given up: a comparison with amounts paid once always has one.
    fn price_ui(&mut self, ui: &mut Ui, words: &Words, comparison: &Comparison) {
        let fixed = self.is_price_already(comparison);
        let mut shown = self.scale.paid == Paid::Once && (self.price || fixed);
        let enabled = self.scale.paid == Paid::Once && !fixed;
        if field::check_ui(ui, &words.t("scale-price"), &mut shown, enabled).changed() {
            self.price = shown;
        }
    }

    fn is_price_already(&self, comparison: &Comparison) -> bool {
        match (comparison.header.price, self.place) {
            (None, _) => true,
            (Some(price), Place::At(id)) => price == id,
            (Some(_), Place::New { .. }) => false,
        }
    }

    fn find_lost(&mut self, comparison: &Comparison, words: &Words) {
        let Place::At(id) = self.place else { return };
        let Ok(scale) = self.scale.scale(words) else { return };
        if self.lost.scale.as_ref() == Some(&scale) {
            return;
        }
        let mut names = Vec::new();
        let mut more = 0;
        for offer in comparison.levels_lost(id, &scale) {
            if names.len() < NAMES_SHOWN {
                names.push(offer.name.get(words.lang()).to_owned());
            } else {
                more += 1;
            }
        }
        self.lost = Lost { scale: Some(scale), names, more };
    }

    fn remarks_ui(&self, ui: &mut Ui, words: &Words, comparison: &Comparison) {
        let size = vec2(Self::WIDTH, REMARKS_HEIGHT);
        ui.allocate_ui_with_layout(size, egui::Layout::top_down(egui::Align::Min), |ui| {
            ui.set_min_size(size);
            ui.spacing_mut().item_spacing.y = 3.0;
            if let Some(warning) = self.warning(words) {
                let color = Colors::of(ui).warn;
                ui.add(egui::Label::new(RichText::new(warning).size(12.0).color(color)).wrap());
            } else if self.misses_an_end(words, comparison) {
                quiet_ui(ui, &words.t("scale-misses-an-end"));
            }
            if self.starts_without_weight(comparison) {
                quiet_ui(ui, &words.t("dialog-weight-zero"));
            }
        });
    }

    fn warning(&self, words: &Words) -> Option<String> {
        if self.lost.names.is_empty() {
            return None;
        }
        let names = self.lost.names.join(&words.t("dialog-join"));
        Some(match self.lost.more {
            0 => words.with("dialog-levels-lost", &[("names", &names)]),
            more => words.with("dialog-levels-lost-more", &[("names", &names), ("more", &more.to_string())]),
        })
    }

    fn misses_an_end(&self, words: &Words, comparison: &Comparison) -> bool {
        if comparison.header.account == Account::Money {
            return false;
        }
        let scale = if self.scale.kind == ScaleKind::Money {
            self.ownership.curve.curve(words).map(|curve| Scale::Measure { unit: "".into(), curve })
        } else {
            self.scale.scale(words)
        };
        scale.is_ok_and(|scale| scale.misses_an_end())
    }

    fn starts_without_weight(&self, comparison: &Comparison) -> bool {
        let joins_the_money_leaf = self.scale.kind == ScaleKind::Money && comparison.money_criteria().next().is_some();
        self.is_new()
            && comparison.header.account == Account::Points
            && comparison.criteria_of(self.dimension).next().is_some()
            && !joins_the_money_leaf
    }

    fn money_edits(&self, screen: Screen<'_>, now: &Comparison, criterion: CriterionId) -> Result<Vec<Edit>, String> {
        if self.scale.kind != ScaleKind::Money {
            return Ok(Vec::new());
        }
        let comparison = self.comparison;
        let in_points = now.header.account == Account::Points;
        let ownership = self.ownership.ownership(screen.words, now, in_points)?;
        let mut edits = vec![Edit::SetOwnership { comparison, ownership }];
        if self.price && self.scale.paid == Paid::Once {
            edits.push(Edit::SetPrice { comparison, criterion });
        }
        Ok(edits)
    }
}

fn setting(comparison: &Comparison, dimension: Dimension) -> Setting {
    Setting { account: comparison.header.account, currency: comparison.header.currency, dimension }
}

impl Form for CriterionForm {
    const ID: &'static str = "criterion";
    const WIDTH: f32 = 640.0;
    const HANGS: bool = true;

    fn title(&self, screen: Screen<'_>) -> String {
        screen.words.t(if self.is_new() { "dialog-criterion-new" } else { "dialog-criterion-title" })
    }

    fn primary(&self, words: &Words) -> String {
        words.t(if self.is_new() { "dialog-add" } else { "dialog-ok" })
    }

    fn fields_ui(&mut self, ui: &mut Ui, inputs: &mut Inputs<'_>, screen: Screen<'_>) {
        self.name.row_ui(ui, inputs, "dialog-name", Self::WIDTH);
        self.note.notes_ui(ui, inputs, "dialog-note", (Self::WIDTH, 1));
        let Some(comparison) = screen.workbook.comparison(self.comparison) else { return };
        self.kind_row_ui(ui, inputs.words, comparison);
        self.settings_ui(ui, inputs, comparison);
        self.find_lost(comparison, inputs.words);
        self.remarks_ui(ui, inputs.words, comparison);
    }

    fn edits(&self, screen: Screen<'_>) -> Result<Vec<Edit>, String> {
        let comparison = self.comparison;
        let scale = self.scale.scale(screen.words)?;
        let (name, note) = (self.name.text(), self.note.text());
        let (criterion, mut edits) = match self.place {
            Place::At(criterion) => {
                let describe = Edit::DescribeCriterion { comparison, criterion, name, note };
                (criterion, vec![describe, Edit::SetScale { comparison, criterion, scale }])
            }
            Place::New { at } => {
                let id = CriterionId(screen.workbook.ids.peek());
                let criterion = Criterion { note, scale, ..blank_criterion(id, self.dimension, name) };
                let levels = Vec::new();
                (id, vec![Edit::AddCriterion { comparison, criterion: Box::new(criterion), at, levels }])
            }
        };
        if let Some(now) = screen.workbook.comparison(comparison) {
            edits.extend(self.money_edits(screen, now, criterion)?);
        }
        Ok(edits)
    }

    fn error_mut(&mut self) -> &mut Option<String> {
        &mut self.error
    }
}
