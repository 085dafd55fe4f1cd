//! The QR code as a camera sees it: read by an independent decoder from a picture of the screen and
//! from the printed page.

use e2e::Outcome;
use e2e::names::Language;
use e2e::page::Page;
use e2e::run::run;
use e2e::setup::{Scheme, Setup};
use e2e::talk::{DAY, TOGETHER, attempt, scan, two_sessions};
use hand_over::{QUIET_ZONE, QrCode};
use lopdf::Document;
use lopdf::content::Content;
use rqrr::PreparedImage;
use serde_json::json;
use std::rc::Rc;

/// Opens a rep's result as it is handed over; the link that the code has to hold.
async fn handed_over(page: &Page) -> Outcome<String> {
    let [of_rep, _] = two_sessions(DAY)?;
    let scan = Rc::new(scan()?);
    page.keep_records(vec![attempt(&scan, &of_rep)]).await?;
    let address = [TOGETHER, "#give=", &of_rep.parts().id].concat();
    page.follow(&address).await?;
    page.screen("hand-over").await?;
    page.reads("talk-link").await
}

/// What the decoder reads in a picture of this width, a byte of brightness a pixel.
fn decoded(width: usize, pixels: &[u8]) -> Vec<String> {
    let height = pixels.len() / width;
    let mut picture =
        PreparedImage::prepare_from_greyscale(width, height, |x, y| pixels[y * width + x]);
    let grids = picture.detect_grids();
    let read = grids.iter().filter_map(|grid| grid.decode().ok());
    read.map(|(_, text)| text).collect()
}

/// The screen around the code, as the browser takes a picture of it: width and brightness.
async fn photographed(page: &Page) -> Outcome<(usize, Vec<u8>)> {
    let script = "const picture = document.querySelector('.qr');
        picture.scrollIntoView({block: 'center'});
        const box = picture.getBoundingClientRect();
        return {x: box.x + scrollX - 10, y: box.y + scrollY - 10, width: box.width + 20,
            height: box.height + 20, scale: 1}";
    let clip = page.script(script, Vec::new()).await?;
    let how = json!({"format": "png", "clip": clip, "captureBeyondViewport": true});
    let cdp = page.driver().cdp();
    let shot = cdp.send_raw("Page.captureScreenshot", how).await?;
    // The browser takes its own picture apart again.
    let script = "return (async ([data]) => {
        const bytes = Uint8Array.from(atob(data), (one) => one.charCodeAt(0));
        const image = await createImageBitmap(new Blob([bytes], {type: 'image/png'}));
        const {width, height} = image;
        const canvas = new OffscreenCanvas(width, height).getContext('2d');
        canvas.drawImage(image, 0, 0);
        const {data: pixels} = canvas.getImageData(0, 0, width, height);
        let brightness = '';
        for (let at = 0; at < pixels.length; at += 4)
            brightness += String.fromCharCode((pixels[at] + pixels[at + 1] + pixels[at + 2]) / 3);
        return [width, brightness];
    })(arguments)";
    let taken = page.script(script, vec![shot["data"].clone()]).await?;
    let width = usize::try_from(taken[0].as_u64().ok_or("a width")?)?;
    let brightness = taken[1].as_str().unwrap_or_default().chars();
    let pixels = brightness.map(|one| u8::try_from(u32::from(one)).unwrap_or(255));
    Ok((width, pixels.collect()))
}

fn on_screen(setup: Setup) {
    run(setup, async |page| {
        let link = handed_over(page).await?;
        let (width, pixels) = photographed(page).await?;
        assert_eq!(decoded(width, &pixels), [link]);
        Ok(())
    });
}

#[test]
fn the_code_on_a_phone_is_read_back_from_a_picture_of_the_screen() {
    on_screen(Setup::phone());
}

#[test]
fn the_code_at_a_desk_in_the_dark_is_read_back_from_a_picture_of_the_screen() {
    let desk = Setup::desk().language(Language::En);
    on_screen(desk.scheme(Scheme::Dark));
}

/// A place on paper, in points.
type Place = [f64; 2];

/// What is filled on a page in one stroke: outlines of straight lines.
type Filled = Vec<Vec<Place>>;

fn number(object: Option<&lopdf::Object>) -> f64 {
    object
        .and_then(|one| one.as_float().ok())
        .map_or(0.0, f64::from)
}

/// All that is filled with lines alone on the first page, in points from its lower left corner (ISO
/// 32000-2, 8.3 and 8.5).
fn filled(document: &Document) -> Outcome<Vec<Filled>> {
    let page = document.get_pages()[&1];
    let content = Content::decode(&document.get_page_content(page))?;
    let mut matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];
    let mut saved = Vec::new();
    let (mut outlines, mut all): (Filled, Vec<Filled>) = (Vec::new(), Vec::new());
    for operation in &content.operations {
        let of = |place: usize| number(operation.operands.get(place));
        let at = |x: f64, y: f64, [a, b, c, d, e, f]: [f64; 6]| -> Place {
            [a * x + c * y + e, b * x + d * y + f]
        };
        match &*operation.operator {
            "q" => saved.push(matrix),
            "Q" => matrix = saved.pop().unwrap_or(matrix),
            "cm" => {
                let origin = at(of(4), of(5), matrix);
                let along = |x, y| {
                    let [x, y] = at(x, y, matrix);
                    [x - matrix[4], y - matrix[5]]
                };
                let ([a, b], [c, d]) = (along(of(0), of(1)), along(of(2), of(3)));
                matrix = [a, b, c, d, origin[0], origin[1]];
            }
            "m" => outlines.push(vec![at(of(0), of(1), matrix)]),
            "l" => outlines
                .last_mut()
                .ok_or("a line from nowhere")?
                .push(at(of(0), of(1), matrix)),
            "re" => {
                let (x, y, width, height) = (of(0), of(1), of(2), of(3));
                let corners = [
                    (x, y),
                    (x + width, y),
                    (x + width, y + height),
                    (x, y + height),
                ];
                outlines.push(corners.map(|(x, y)| at(x, y, matrix)).into());
            }
            "f" | "F" | "f*" | "B" | "B*" => all.push(std::mem::take(&mut outlines)),
            "S" | "s" | "n" | "b" | "b*" => outlines.clear(),
            _ => {}
        }
    }
    Ok(all)
}

/// The least and the greatest place of what is filled, on both axes.
fn around(filled: &Filled) -> [Place; 2] {
    let mut least = [f64::INFINITY; 2];
    let mut greatest = [f64::NEG_INFINITY; 2];
    for place in filled.iter().flatten() {
        for axis in 0..2 {
            least[axis] = least[axis].min(place[axis]);
            greatest[axis] = greatest[axis].max(place[axis]);
        }
    }
    [least, greatest]
}

/// Whether a place is inside of an outline: a ray to the right crosses it an odd number of times.
fn is_inside(outline: &[Place], [x, y]: Place) -> bool {
    let next = outline.iter().cycle().skip(1);
    let lines = outline.iter().zip(next);
    let crossed = lines.filter(|(from, to)| {
        let spans = (from[1] > y) != (to[1] > y);
        spans && x < from[0] + (to[0] - from[0]) * (y - from[1]) / (to[1] - from[1])
    });
    crossed.count() % 2 == 1
}

#[test]
fn the_code_on_paper_is_25_mm_and_is_read_back_from_the_printed_page() {
    run(Setup::desk(), async |page| {
        let link = handed_over(page).await?;
        let size = QrCode::of(&link).map_err(|_| "it fits")?.size;
        let document = page.printed().await?;
        let all = filled(&document)?;
        // Its modules are filled in one stroke, of more outlines than anything else.
        let modules = all.iter().max_by_key(|one| one.len()).ok_or("a code")?;
        assert!(modules.len() > 100, "{} outlines", modules.len());
        let [least, greatest] = around(modules);
        // 72 points are 25.4 mm. The quiet zone is part of the size.
        let share = size as f64 / (size - 2 * QUIET_ZONE) as f64;
        for axis in 0..2 {
            let millimetres = (greatest[axis] - least[axis]) / 72.0 * 25.4 * share;
            assert!((millimetres - 25.0).abs() < 0.5, "{millimetres} mm");
        }
        // As a printer of 300 dots an inch would lay it down, with white around.
        let dot = 72.0 / 300.0;
        let margin = (greatest[0] - least[0]) / (size - 2 * QUIET_ZONE) as f64 * QUIET_ZONE as f64;
        let dots = |axis: usize| ((greatest[axis] - least[axis] + 2.0 * margin) / dot) as usize;
        let (width, height) = (dots(0), dots(1));
        let pixels = (0..width * height).map(|at| {
            let x = least[0] - margin + ((at % width) as f64 + 0.5) * dot;
            let y = greatest[1] + margin - ((at / width) as f64 + 0.5) * dot;
            let dark = modules.iter().any(|outline| is_inside(outline, [x, y]));
            if dark { 0 } else { 255 }
        });
        let pixels: Vec<u8> = pixels.collect();
        assert_eq!(decoded(width, &pixels), [link]);
        Ok(())
    });
}
